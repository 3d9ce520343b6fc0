import type { FailureScope } from '../failure/failure-rules.ts';
import type { Failure } from '../failure/failure.ts';
import type { ChainCall } from './chain-call.ts';
import { accountOf, type ChainCandidate } from './chain-candidate.ts';
import { skipCandidates } from './skip-candidates.ts';

// A host that refuses, cannot be found or shows a wrong certificate does so for every model behind it.
const hostFaults =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+|ERR_TLS\w*)$/;

/** Removes the waiting candidates that share the failed one's fate: its key, its host or its free quota. */
export function ruleOutByScope<C extends ChainCandidate>(
  call: ChainCall<C>,
  failed: C,
  failure: Failure,
  scope: FailureScope,
): void {
  const shares = sharesFate(failed, failure, scope);
  if (shares === undefined) return;
  const removed = call.queue.ruleOut(shares.matches);
  skipCandidates(call, removed, shares.reason);
  // Those were told as failed or skipped already.
  ruleOutOf(call.lastResorts, shares.matches);
  ruleOutOf(call.secondChances, shares.matches);
}

function ruleOutOf<C extends ChainCandidate>(
  chances: { readonly candidate: C }[],
  matches: (candidate: C) => boolean,
): void {
  for (let index = chances.length - 1; index >= 0; index--) {
    const chance = chances[index];
    if (chance !== undefined && matches(chance.candidate)) chances.splice(index, 1);
  }
}

interface SharedFate {
  readonly reason: string;
  readonly matches: (candidate: ChainCandidate) => boolean;
}

function sharesFate(
  failed: ChainCandidate,
  failure: Failure,
  scope: FailureScope,
): SharedFate | undefined {
  const account = accountOf(failed);
  const matches = (candidate: ChainCandidate): boolean => accountOf(candidate) === account;
  if (scope === 'account') return { reason: `the key of "${account}" was rejected`, matches };
  if (scope === 'host' && hostFaults.test(failure.code ?? '')) {
    return { reason: `"${account}" cannot be reached (${failure.code})`, matches };
  }
  if (scope !== 'free-quota' || failed.facts?.free !== true) return undefined;
  return {
    reason: `the free quota of "${account}" is used up`,
    matches: (candidate) => candidate.facts?.free === true && matches(candidate),
  };
}
