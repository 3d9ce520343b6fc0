import { sleep } from '../clock/sleep.ts';
import type { ExhaustionReason } from '../errors/fallback-exhausted-error.ts';
import type { GateRefusal } from './candidate-gate.ts';
import type { ChainCall, SecondChance } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';
import { skipCandidates } from './skip-candidates.ts';

/** Who is asked next, or why nobody is. */
export type NextCandidate<C> =
  | { readonly type: 'candidate'; readonly candidate: C }
  | { readonly type: 'none'; readonly reason: ExhaustionReason };

/** The next candidate that has not been asked; then, after a pause, one that may be asked once more. */
export async function nextCandidate<C extends ChainCandidate>(
  call: ChainCall<C>,
): Promise<NextCandidate<C>> {
  const refused = limitReached(call);
  if (refused !== undefined) return { type: 'none', reason: refused };
  const chance = takeSecondChance(call, ({ atOnce }) => atOnce);
  if (chance !== undefined) return await waitFor(call, chance);
  const fresh = await takeAdmitted(call);
  if (fresh !== undefined) return { type: 'candidate', candidate: fresh };
  const resort = await takeLastResort(call);
  if (resort !== undefined) return { type: 'candidate', candidate: resort };
  const last = takeSecondChance(call, () => true);
  if (last !== undefined) return await waitFor(call, last);
  return { type: 'none', reason: call.startedAttempts === 0 ? 'no-candidate' : 'all-failed' };
}

/** The first waiting candidate that every gate lets through. */
async function takeAdmitted<C extends ChainCandidate>(call: ChainCall<C>): Promise<C | undefined> {
  for (;;) {
    const candidate = call.queue.take();
    if (candidate === undefined) break;
    const refusal = await refusalOf(call, candidate);
    if (refusal === undefined) return candidate;
    skipCandidates(call, [candidate], refusal.skip);
    if (refusal.lastResort === true) call.lastResorts.push(candidate);
  }
  return undefined;
}

async function refusalOf<C extends ChainCandidate>(
  call: ChainCall<C>,
  candidate: C,
): Promise<GateRefusal | undefined> {
  for (const gate of call.gates) {
    // Most gates answer at once; waiting for those would cost every call a turn of the event loop's queue.
    const answer = gate(candidate);
    const refusal = answer === undefined ? undefined : await answer;
    if (refusal !== undefined) return refusal;
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
