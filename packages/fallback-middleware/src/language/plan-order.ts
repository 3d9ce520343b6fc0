import type { HealthOptions } from '../health/health-options.ts';
import type { HealthSnapshot } from '../health/health-store.ts';
import { stick } from '../stickiness/stick.ts';
import type { LanguageCandidate } from './language-candidate.ts';
import type { PreparedCall } from './prepared-call.ts';

/** Whether the order depends on more than the plan. The usual call pays nothing for asking. */
export function needsOrder(input: PreparedCall, type: 'generate' | 'stream'): boolean {
  return (
    input.health?.reorder !== undefined ||
    input.stickiness !== undefined ||
    (type === 'stream' && input.streamRetryMemory?.isEmpty() === false)
  );
}

/** The order in which a call asks: the plan's, then health's, then stickiness', then what already broke off goes last. */
export async function planOrder(
  input: PreparedCall,
  type: 'generate' | 'stream',
): Promise<readonly LanguageCandidate[]> {
  const { health, params, stickiness } = input;
  const healthy = await byHealth(input.candidates, health);
  const stuck =
    stickiness === undefined
      ? healthy
      : await stick({ candidates: healthy, params, options: stickiness, health });
  return type === 'stream' ? behindBroken(stuck, input) : stuck;
}

async function byHealth(
  candidates: readonly LanguageCandidate[],
  health: HealthOptions | undefined,
): Promise<readonly LanguageCandidate[]> {
  if (health?.reorder === undefined) return candidates;
  const order = health.reorder(candidates, await snapshotByCandidate(candidates, health));
  return order.flatMap(({ id }) => candidates.find((candidate) => candidate.id === id) ?? []);
}

async function snapshotByCandidate(
  candidates: readonly LanguageCandidate[],
  health: HealthOptions,
): Promise<ReadonlyMap<string, HealthSnapshot>> {
  const keyOf = health.keyOf ?? (({ id }: LanguageCandidate) => id);
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
  candidates: readonly LanguageCandidate[],
  input: PreparedCall,
): readonly LanguageCandidate[] {
  const broken = input.streamRetryMemory?.take(input.params, input.resolved.clock) ?? [];
  if (broken.length === 0) return candidates;
  const isBroken = ({ id }: LanguageCandidate): boolean => broken.includes(id);
  return [...candidates.filter((c) => !isBroken(c)), ...candidates.filter(isBroken)];
}
