import { sleep } from '../clock/sleep.ts';
import type { ExhaustionReason } from '../errors/fallback-exhausted-error.ts';
import type { ChainCall, SecondChance } from './chain-call.ts';
import type { ChainCandidate } from './chain-candidate.ts';

/** Who is asked next, or why nobody is. */
export type NextCandidate<C> =
  | { readonly type: 'candidate'; readonly candidate: C }
  | { readonly type: 'none'; readonly reason: ExhaustionReason };

/** The next candidate that has not been asked; then, after a pause, one that may be asked once more. */
export async function nextCandidate<C extends ChainCandidate>(
  call: ChainCall<C>,
): Promise<NextCandidate<C>> {
  const refused = refusal(call);
  if (refused !== undefined) return { type: 'none', reason: refused };
  const chance = takeSecondChance(call, ({ atOnce }) => atOnce);
  if (chance !== undefined) return await waitFor(call, chance);
  const fresh = call.queue.take();
  if (fresh !== undefined) return { type: 'candidate', candidate: fresh };
  const last = takeSecondChance(call, () => true);
  if (last !== undefined) return await waitFor(call, last);
  return { type: 'none', reason: call.startedAttempts === 0 ? 'no-candidate' : 'all-failed' };
}

async function waitFor<C extends ChainCandidate>(
  call: ChainCall<C>,
  chance: SecondChance<C>,
): Promise<NextCandidate<C>> {
  const { clock } = call.options;
  await sleep(clock, Math.max(0, chance.readyAtMs - clock.monotonicMs()), call.signal);
  return { type: 'candidate', candidate: chance.candidate };
}

function refusal<C extends ChainCandidate>(call: ChainCall<C>): ExhaustionReason | undefined {
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
  const latestMs = call.totalAtMs - call.options.minAttemptMs;
  const soonest = call.secondChances
    .filter((chance) => chance.readyAtMs <= latestMs && matches(chance))
    .toSorted((a, b) => a.readyAtMs - b.readyAtMs)[0];
  if (soonest !== undefined) call.secondChances.splice(call.secondChances.indexOf(soonest), 1);
  return soonest;
}
