import type { FallbackCandidate } from '../candidate/fallback-candidate.ts';
import { systemClock } from '../clock/system-clock.ts';
import type { HealthOptions } from '../health/health-options.ts';
import type { HealthSnapshot } from '../health/health-store.ts';
import { stick } from '../stickiness/stick.ts';
import type { FallbackCall } from './language-options.ts';

/** The order in which a call asks: the plan's, then health's, then stickiness', then what already broke off goes last. */
export async function planOrder(input: FallbackCall): Promise<readonly FallbackCandidate[]> {
  const { health, params, stickiness, streamRetryMemory } = input;
  const healthy = await byHealth(input.candidates, health);
  const stuck =
    stickiness === undefined
      ? healthy
      : await stick({ candidates: healthy, params, options: stickiness, health });
  return streamRetryMemory === undefined ? stuck : behindBroken(stuck, input);
}

async function byHealth(
  candidates: readonly FallbackCandidate[],
  health: HealthOptions | undefined,
): Promise<readonly FallbackCandidate[]> {
  if (health?.reorder === undefined) return candidates;
  const order = health.reorder(candidates, await snapshotByCandidate(candidates, health));
  return order.flatMap(({ id }) => candidates.find((candidate) => candidate.id === id) ?? []);
}

async function snapshotByCandidate(
  candidates: readonly FallbackCandidate[],
  health: HealthOptions,
): Promise<ReadonlyMap<string, HealthSnapshot>> {
  const keyOf = health.keyOf ?? (({ id }: FallbackCandidate) => id);
  try {
    const known = await health.store.snapshot(candidates.map(keyOf));
    const byCandidate = new Map<string, HealthSnapshot>();
    for (const candidate of candidates) {
      const snapshot = known.get(keyOf(candidate));
      if (snapshot !== undefined) byCandidate.set(candidate.id, snapshot);
    }
    return byCandidate;
  } catch {
    // Health fails open: without it the plan's order stands.
    return new Map();
  }
}

function behindBroken(
  candidates: readonly FallbackCandidate[],
  input: FallbackCall,
): readonly FallbackCandidate[] {
  const broken = input.streamRetryMemory?.take(input.params, input.clock ?? systemClock) ?? [];
  if (broken.length === 0) return candidates;
  const isBroken = ({ id }: FallbackCandidate): boolean => broken.includes(id);
  return [...candidates.filter((c) => !isBroken(c)), ...candidates.filter(isBroken)];
}
