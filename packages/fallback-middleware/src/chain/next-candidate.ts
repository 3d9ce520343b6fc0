import { sleep } from '../clock/sleep.ts';
import type { ExhaustionReason } from '../errors/fallback-exhausted-error.ts';
import type { GateRefusal } from './candidate-gate.ts';
import type { ChainCall, SecondChance } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';
import { isPending, type MaybePromise } from './pending.ts';
import { skipCandidates } from './skip-candidates.ts';

/** Who is asked next, or why nobody is. */
export type NextCandidate<C> =
  | { readonly type: 'candidate'; readonly candidate: C }
  | { readonly type: 'none'; readonly reason: ExhaustionReason };

/**
 * The next candidate that has not been asked; then, after a pause, one that may be asked once more. There at once
 * where no gate and no pause has to be waited for.
 */
export function nextCandidate<C extends ChainCandidate>(
  call: ChainCall<C>,
): MaybePromise<NextCandidate<C>> {
  const refused = limitReached(call);
  if (refused !== undefined) return { type: 'none', reason: refused };
  const chance = takeSecondChance(call, ({ atOnce }) => atOnce);
  if (chance !== undefined) return waitFor(call, chance);
  const fresh = takeAdmitted(call);
  if (isPending(fresh)) return fresh.then((candidate) => candidateOr(call, candidate));
  return candidateOr(call, fresh);
}

function candidateOr<C extends ChainCandidate>(
  call: ChainCall<C>,
  fresh: C | undefined,
): MaybePromise<NextCandidate<C>> {
  return fresh === undefined ? takeLeftOver(call) : { type: 'candidate', candidate: fresh };
}

/** Nobody fresh is left: what an open breaker held back, then whoever may be asked once more. */
async function takeLeftOver<C extends ChainCandidate>(
  call: ChainCall<C>,
): Promise<NextCandidate<C>> {
  const resort = await takeLastResort(call);
  if (resort !== undefined) return { type: 'candidate', candidate: resort };
  const last = takeSecondChance(call, () => true);
  if (last !== undefined) return await waitFor(call, last);
  return { type: 'none', reason: call.startedAttempts === 0 ? 'no-candidate' : 'all-failed' };
}

/** The first waiting candidate that every gate lets through. */
function takeAdmitted<C extends ChainCandidate>(call: ChainCall<C>): MaybePromise<C | undefined> {
  for (;;) {
    const candidate = call.queue.take();
    if (candidate === undefined) return undefined;
    const refusal = refusalOf(call, candidate);
    if (isPending(refusal)) {
      return refusal.then((late) => admitted(call, candidate, late) ?? takeAdmitted(call));
    }
    if (admitted(call, candidate, refusal) !== undefined) return candidate;
  }
}

function admitted<C extends ChainCandidate>(
  call: ChainCall<C>,
  candidate: C,
  refusal: GateRefusal | undefined,
): C | undefined {
  if (refusal === undefined) return candidate;
  skipCandidates(call, [candidate], refusal.skip);
  if (refusal.lastResort === true) call.lastResorts.push(candidate);
  return undefined;
}

function refusalOf<C extends ChainCandidate>(
  call: ChainCall<C>,
  candidate: C,
  firstGate = 0,
): MaybePromise<GateRefusal | undefined> {
  for (let index = firstGate; index < call.gates.length; index++) {
    const answer = call.gates[index]?.(candidate);
    if (isPending(answer)) {
      return answer.then((refusal) => refusal ?? refusalOf(call, candidate, index + 1));
    }
    if (answer !== undefined) return answer;
  }
  return call.health?.admit(candidate);
}

/**
 * Nobody else is left, and an open breaker may be wrong: whoever holds its one probe may ask. A call that would end
 * without any attempt asks the first of them even without it.
 */
async function takeLastResort<C extends ChainCandidate>(
  call: ChainCall<C>,
): Promise<C | undefined> {
  const [first] = call.lastResorts;
  for (let next = call.lastResorts.shift(); next !== undefined; next = call.lastResorts.shift()) {
    if ((await call.health?.admit(next, true)) === undefined) return next;
  }
  return call.startedAttempts === 0 ? first : undefined;
}

/** A candidate to start beside a slow one: a fresh one only, and only within the call's limits. */
export async function takeHedge<C extends ChainCandidate>(
  call: ChainCall<C>,
): Promise<C | undefined> {
  return limitReached(call) === undefined ? takeAdmitted(call) : undefined;
}

async function waitFor<C extends ChainCandidate>(
  call: ChainCall<C>,
  chance: SecondChance<C>,
): Promise<NextCandidate<C>> {
  const { clock } = call.options;
  await sleep(clock, Math.max(0, chance.readyAtMs - clock.monotonicMs()), call.signal);
  return { type: 'candidate', candidate: chance.candidate };
}

function limitReached<C extends ChainCandidate>(call: ChainCall<C>): ExhaustionReason | undefined {
  const { options, startedAttempts } = call;
  if (startedAttempts >= options.maxAttempts) return 'attempt-limit';
  if (startedAttempts === 0) return undefined;
  if (timeLeftMs(call) < options.minAttemptMs) return 'total-deadline';
  return options.retryBudget?.allows() === false ? 'retry-budget' : undefined;
}

function timeLeftMs<C extends ChainCandidate>(call: ChainCall<C>): number {
  return call.totalAtMs - call.options.clock.monotonicMs();
}

/** The one that is ready first; none that would be ready only after the call's deadline. */
function takeSecondChance<C extends ChainCandidate>(
  call: ChainCall<C>,
  matches: (chance: SecondChance<C>) => boolean,
): SecondChance<C> | undefined {
  if (call.secondChances.length === 0) return undefined;
  const latestMs = call.totalAtMs - call.options.minAttemptMs;
  const soonest = call.secondChances
    .filter((chance) => chance.readyAtMs <= latestMs && matches(chance))
    .toSorted((a, b) => a.readyAtMs - b.readyAtMs)[0];
  if (soonest !== undefined) call.secondChances.splice(call.secondChances.indexOf(soonest), 1);
  return soonest;
}
