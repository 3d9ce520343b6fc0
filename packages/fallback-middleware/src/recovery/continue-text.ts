import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { runChain } from '../chain/run-chain.ts';
import { skipCandidates } from '../chain/skip-candidates.ts';
import type { LanguageCall } from '../language/language-call.ts';
import type { CommittedStream } from '../stream/committed-stream.ts';
import { openStream } from '../stream/open-stream.ts';

/**
 * Lets the next candidate that takes a prefill continue a text that broke off. Undefined when it must not be
 * continued, or nobody could.
 */
export async function continueText(
  call: LanguageCall,
  broken: CommittedStream,
): Promise<CommittedStream | undefined> {
  const text = broken.watch.continuableText();
  if (call.input.continueText !== true || text === undefined) return undefined;
  const { chain } = call;
  const unable = chain.queue.ruleOut(({ facts }) => facts?.prefill !== true);
  skipCandidates(chain, unable, 'it is not known to continue a text');
  chain.secondChances.length = 0;
  try {
    return await runChain(chain, {
      perform: async (attempt) => {
        attempt.record.continuation = true;
        return openStream(call, attempt, (params) => withPrefill(params, text));
      },
      discard: ({ source }) => source.cancel(),
    });
  } catch {
    // The break itself is what the consumer is told; the report holds these attempts, too.
    return undefined;
  }
}

function withPrefill(params: LanguageModelV4CallOptions, text: string): LanguageModelV4CallOptions {
  const prefill = { role: 'assistant' as const, content: [{ type: 'text' as const, text }] };
  return { ...params, prompt: [...params.prompt, prefill] };
}
