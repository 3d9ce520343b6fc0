import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import type { LanguageCall } from '../language/language-call.ts';
import type { CommittedStream } from './committed-stream.ts';
import { StreamRelay } from './stream-relay.ts';

/** Shows a committed attempt. Nothing is read upstream before somebody asks; cancelling closes the connection. */
export function relayStream(
  call: LanguageCall,
  committed: CommittedStream,
): ReadableStream<LanguageModelV4StreamPart> {
  let relay: StreamRelay | undefined;
  return new ReadableStream<LanguageModelV4StreamPart>(
    {
      start: (controller) => {
        relay = new StreamRelay(call, committed, controller);
      },
      // Returns nothing to wait for: a promise for every part would cost as much as the part.
      pull: () => relay?.pull(),
      cancel: (reason) => relay?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
