import type { LanguageModelV4StreamResult } from '@ai-sdk/provider';
import { isPending, type MaybePromise } from '../chain/pending.ts';
import { runChain } from '../chain/run-chain.ts';
import { createLanguageCall, endCall } from '../language/language-call.ts';
import type { FallbackCall } from '../language/language-options.ts';
import { prepareCall, type PreparedCall } from '../language/prepared-call.ts';
import { openStream } from './open-stream.ts';
import { relayStream } from './relay-stream.ts';

/**
 * One streamed answer over an ordered list of candidates. Resolves once a candidate has shown content; until then
 * any failure is replaced unseen, afterwards it surfaces once as an `error` part and a `finish`.
 * @throws FallbackExhaustedError when none got that far; the caller's own reason after an abort.
 */
export async function streamWithFallback(
  input: FallbackCall,
): Promise<LanguageModelV4StreamResult> {
  return streamPlanned(() => prepareCall(input));
}

/** The same for a call that somebody else prepares; what `prepare` throws rejects. */
export async function streamPlanned(
  prepare: () => MaybePromise<PreparedCall>,
): Promise<LanguageModelV4StreamResult> {
  const input = prepare();
  const prepared = isPending(input) ? await input : input;
  const started = createLanguageCall(prepared, 'stream');
  const call = isPending(started) ? await started : started;
  try {
    const committed = await runChain(call.chain, {
      perform: (attempt) => openStream(call, attempt),
      discard: ({ source }) => source.cancel(),
    });
    return { ...committed.result, stream: relayStream(call, committed) };
  } catch (error) {
    endCall(call, error);
    throw error;
  }
}
