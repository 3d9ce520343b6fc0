import { sleep } from '../clock/sleep.ts';
import type { ExhaustionReason } from '../errors/fallback-exhausted-error.ts';
import type { GateRefusal } from './candidate-gate.ts';
import type { ChainHealth } from '../health/chain-health.ts';
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
 * where no gate and no pause has to be waited for. Every candidate has passed every gate.
 */
export function nextCandidate<C extends ChainCandidate>(
  call: ChainCall<C>,
): MaybePromise<NextCandidate<C>> {
  const refused = limitReached(call);
  if (refused !== undefined) return { type: 'none', reason: refused };
  if (call.secondChances.some(({ atOnce }) => atOnce)) return takeSlowly(call);
  const fresh = takeAdmitted(call);
  if (isPending(fresh)) return Promise.resolve(fresh).then((late) => candidateOr(call, late));
  return candidateOr(call, fresh);
}

function candidateOr<C extends ChainCandidate>(
  call: ChainCall<C>,
  fresh: C | undefined,
): MaybePromise<NextCandidate<C>> {
  return fresh === undefined ? takeLeftOver(call) : { type: 'candidate', candidate: fresh };
}

/** A second chance that is due before anybody else; then the usual order. */
async function takeSlowly<C extends ChainCandidate>(call: ChainCall<C>): Promise<NextCandidate<C>> {
  const again = await takeAgain(call, ({ atOnce }) => atOnce);
  return again === undefined
    ? candidateOr(call, await takeAdmitted(call))
    : { type: 'candidate', candidate: again };
}

/** Nobody fresh is left: what a doubtful gate held back, then whoever may be asked once more. */
async function takeLeftOver<C extends ChainCandidate>(
  call: ChainCall<C>,
): Promise<NextCandidate<C>> {
  const candidate = (await takeLastResort(call)) ?? (await takeAgain(call, () => true));
  if (candidate !== undefined) return { type: 'candidate', candidate };
  return { type: 'none', reason: call.startedAttempts === 0 ? 'no-candidate' : 'all-failed' };
}

/** The first waiting candidate that every gate lets through. */
function takeAdmitted<C extends ChainCandidate>(call: ChainCall<C>): MaybePromise<C | undefined> {
  for (;;) {
    const candidate = call.queue.take();
    if (candidate === undefined) return undefined;
    const refusal = refusalOf(call, candidate, 0);
    if (isPending(refusal)) {
      return Promise.resolve(refusal).then((late) => {
        if (!isOver(call))
          return isAdmitted(call, candidate, late) ? candidate : takeAdmitted(call);
        call.health?.release(candidate);
        return undefined;
      });
    }
    if (isAdmitted(call, candidate, refusal)) return candidate;
  }
}

/** Nobody waits for a candidate any more, so no further gate is asked: a quota behind it would be charged for nothing. */
function isOver<C extends ChainCandidate>(call: ChainCall<C>): boolean {
  return call.isOver || call.signal?.aborted === true || timeLeftMs(call) <= 0;
}

/** Whether nobody refused; a refusal is written down, with its doubt. */
function isAdmitted<C extends ChainCandidate>(
  call: ChainCall<C>,
  candidate: C,
  refused: Refused | undefined,
): boolean {
  if (refused === undefined) return true;
  skipCandidates(call, [candidate], refused.refusal.skip);
  if (refused.refusal.lastResort === true) {
    call.lastResorts.push({ candidate, nextGate: refused.gate + 1 });
  }
  return false;
}

interface Refused {
  readonly refusal: GateRefusal;
  /** Which gate said so; health stands behind the last. */
  readonly gate: number;
}

function refusalOf<C extends ChainCandidate>(
  call: ChainCall<C>,
  candidate: C,
  firstGate: number,
): MaybePromise<Refused | undefined> {
  for (let gate = firstGate; gate < call.gates.length; gate++) {
    const answer = call.gates[gate]?.(candidate);
    if (isPending(answer)) {
      return Promise.resolve(answer).then((refusal) =>
        refusal ? { refusal, gate } : refusalOf(call, candidate, gate + 1),
      );
    }
    if (answer !== undefined) return { refusal: answer, gate };
  }
  return call.health && refusalByHealth(call.health, candidate, call.gates.length);
}

async function refusalByHealth(
  health: ChainHealth,
  candidate: ChainCandidate,
  gate: number,
): Promise<Refused | undefined> {
  const refusal = await health.admit(candidate);
  return refusal && { refusal, gate };
}

/**
 * Nobody else is left, and the gate may be wrong: whoever passes all others may ask, and behind an open breaker whoever
 * holds its one probe. A call that would end without any attempt asks the first of them even without it.
 */
async function takeLastResort<C extends ChainCandidate>(
  call: ChainCall<C>,
): Promise<C | undefined> {
  const held: C[] = [];
  for (let next = call.lastResorts.shift(); next !== undefined; next = call.lastResorts.shift()) {
    const { candidate, nextGate } = next;
    if (isOver(call)) return undefined;
    if (await isVetoed(call, candidate, nextGate)) continue;
    if ((await call.health?.admit(candidate, true)) === undefined) return candidate;
    held.push(candidate);
  }
  if (call.startedAttempts > 0) return undefined;
  const [first, ...others] = held;
  const nextGate = call.gates.length;
  call.lastResorts.push(...others.map((candidate) => ({ candidate, nextGate })));
  return first;
}

/** Whether a gate from this one on refuses; told as skipped. Health is another question. */
async function isVetoed<C extends ChainCandidate>(
  call: ChainCall<C>,
  candidate: C,
  firstGate: number,
): Promise<boolean> {
  for (const gate of call.gates.slice(firstGate)) {
    const refusal = await gate(candidate);
    if (refusal === undefined) continue;
    skipCandidates(call, [candidate], refusal.skip);
    return true;
  }
  return false;
}

/** One that failed before, after its pause; the gates are asked anew, since quotas and budgets have moved. */
async function takeAgain<C extends ChainCandidate>(
  call: ChainCall<C>,
  matches: (chance: SecondChance<C>) => boolean,
): Promise<C | undefined> {
  const { clock } = call.options;
  for (;;) {
    const chance = takeSecondChance(call, matches);
    if (chance === undefined) return undefined;
    await sleep(clock, Math.max(0, chance.readyAtMs - clock.monotonicMs()), call.signal);
    if (await isVetoed(call, chance.candidate, 0)) continue;
    if ((await call.health?.admit(chance.candidate, true)) === undefined) return chance.candidate;
  }
}

/** A candidate to start beside a slow one: a fresh one only, and only within the call's limits. */
export async function takeHedge<C extends ChainCandidate>(
  call: ChainCall<C>,
): Promise<C | undefined> {
  return limitReached(call) === undefined ? takeAdmitted(call) : undefined;
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
