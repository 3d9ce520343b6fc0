import type { FailureRule } from '../failure/failure-rules.ts';
import type { Failure } from '../failure/failure.ts';
import type { ChainCall } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';
import { safely } from '../report/safely.ts';
import { skipCandidates } from './skip-candidates.ts';

/** Goes to the candidate that cures the cause, where one is known; otherwise the order stays. */
export function jumpForward<C extends ChainCandidate>(
  call: ChainCall<C>,
  failed: C,
  failure: Failure,
  rule: FailureRule,
): void {
  if (rule.jumpTo === 'larger-window') jumpToLargerWindow(call, failed, failure);
  if (rule.jumpTo === 'successor') insertSuccessor(call, failed, failure);
}

/** Skips windows that cannot hold the request and brings the smallest that can to the front. */
function jumpToLargerWindow<C extends ChainCandidate>(
  call: ChainCall<C>,
  failed: C,
  failure: Failure,
): void {
  const window = failed.facts?.contextTokens;
  const needed = failure.neededTokens ?? (window === undefined ? undefined : window + 1);
  if (needed === undefined) return;
  const tooSmall = call.queue.ruleOut(({ facts }) => (facts?.contextTokens ?? needed) < needed);
  skipCandidates(call, tooSmall, `its window is smaller than the ${needed} tokens needed`);
  const fitting = call.queue.waiting
    .filter(({ facts }) => facts?.contextTokens !== undefined)
    .toSorted((a, b) => (a.facts?.contextTokens ?? 0) - (b.facts?.contextTokens ?? 0))[0];
  if (fitting !== undefined) call.queue.bringForward(fitting);
}

/** The first successor the caller's policy allows; one is enough, the chain goes on behind it. */
function insertSuccessor<C extends ChainCandidate>(
  call: ChainCall<C>,
  failed: C,
  failure: Failure,
): void {
  for (const modelId of failure.fallbackModelIds ?? []) {
    const successor = safely(
      call.options.events,
      'successors.resolve',
      () => call.successor?.(modelId, failed),
      undefined,
    );
    if (successor !== undefined && call.queue.insertFirst(successor)) return;
  }
}
