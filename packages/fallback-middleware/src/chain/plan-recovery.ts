import { ruleFor, type FailureRule } from '../failure/failure-rules.ts';
import type { Failure } from '../failure/failure.ts';
import { backoffDelayMs } from './backoff.ts';
import type { ChainCall } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';
import { jumpForward } from './jump-forward.ts';
import { ruleOutByScope } from './rule-out.ts';

/** Applies the table to a failure: changes who is asked next. Returns false when the call must stop here. */
export function planRecovery<C extends ChainCandidate>(
  call: ChainCall<C>,
  failed: C,
  failure: Failure,
): boolean {
  const rule = ruleFor(failure.class, call.options.failurePolicy);
  if (rule.action === 'stop') return false;
  ruleOutByScope(call, failed, failure, rule.scope);
  if (rule.action === 'jump') jumpForward(call, failed, failure, rule);
  offerSecondChance(call, failed, failure, rule);
  return true;
}

/** Attempts started so far with this candidate. */
function triesOf<C extends ChainCandidate>({ records }: ChainCall<C>, { id }: C): number {
  return records.filter(({ candidate, outcome }) => candidate.id === id && outcome !== 'skipped')
    .length;
}

function offerSecondChance<C extends ChainCandidate>(
  call: ChainCall<C>,
  failed: C,
  failure: Failure,
  rule: FailureRule,
): void {
  const tries = triesOf(call, failed);
  if (tries > rule.retries) return;
  const { options } = call;
  const delayMs = backoffDelayMs({
    retryIndex: tries - 1,
    baseMs: options.backoffBaseMs,
    capMs: options.backoffCapMs,
    random: options.random,
    hintMs: failure.retryAfterMs,
  });
  if (delayMs === undefined) return;
  call.secondChances.push({
    candidate: failed,
    readyAtMs: options.clock.monotonicMs() + delayMs,
    atOnce: rule.action === 'retry',
  });
}
