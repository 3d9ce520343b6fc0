import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ChainCall } from '../chain/chain-call.ts';
import { runChain } from '../chain/run-chain.ts';
import { skipCandidates } from '../chain/skip-candidates.ts';
import type { LanguageCall } from '../language/language-call.ts';
import type { LanguageCandidate } from '../language/language-candidate.ts';
import type { CommittedStream } from '../stream/committed-stream.ts';
import { openStream } from '../stream/open-stream.ts';

/**
 * Lets the next candidate that takes a prefill continue a text that broke off. Undefined when it must not be
 * continued, nobody could, or `stopped` aborted meanwhile.
 */
export async function continueText(
  call: LanguageCall,
  broken: CommittedStream,
  stopped: AbortSignal,
): Promise<CommittedStream | undefined> {
  const text = broken.watch.continuableText();
  if (call.input.continueText !== true || text === undefined) return undefined;
  ruleOutUnable(call.chain);
  const chain = stoppable(call.chain, stopped);
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
  } finally {
    call.chain.startedAttempts = chain.startedAttempts;
  }
}

function canContinue({ facts }: LanguageCandidate): boolean {
  return facts?.prefill === true;
}

/** Whoever may still be asked must be able to; nobody gets a second chance with a text that he began. */
function ruleOutUnable(chain: ChainCall<LanguageCandidate>): void {
  const unable = chain.queue.ruleOut((candidate) => !canContinue(candidate));
  skipCandidates(chain, unable, cannotContinue.skip);
  const able = chain.lastResorts.filter(({ candidate }) => canContinue(candidate));
  chain.lastResorts.splice(0, chain.lastResorts.length, ...able);
  chain.secondChances.length = 0;
}

/** The same call for a while: it ends with its consumer, too. Its gate comes last and is for successors. */
function stoppable(
  chain: ChainCall<LanguageCandidate>,
  stopped: AbortSignal,
): ChainCall<LanguageCandidate> {
  return {
    ...chain,
    signal: chain.signal === undefined ? stopped : AbortSignal.any([chain.signal, stopped]),
    gates: [...chain.gates, (candidate) => (canContinue(candidate) ? undefined : cannotContinue)],
  };
}

const cannotContinue = { skip: 'it is not known to continue a text' } as const;

function withPrefill(params: LanguageModelV4CallOptions, text: string): LanguageModelV4CallOptions {
  const prefill = { role: 'assistant' as const, content: [{ type: 'text' as const, text }] };
  return { ...params, prompt: [...params.prompt, prefill] };
}
