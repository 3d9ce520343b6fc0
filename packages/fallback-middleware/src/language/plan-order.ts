import type { MaybePromise } from '../chain/pending.ts';
import type { Clock } from '../clock/clock.ts';
import { askStore } from '../health/ask-store.ts';
import { healthKeyOf } from '../health/health-key.ts';
import type { HealthOptions } from '../health/health-options.ts';
import type { HealthSnapshot } from '../health/health-store.ts';
import { safely } from '../report/safely.ts';
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
  const { health, params, resolved, stickiness } = input;
  const { clock, events } = resolved;
  const healthy = await byHealth(input);
  const stuck =
    stickiness === undefined
      ? healthy
      : await stick({ candidates: healthy, params, options: stickiness, health, clock, events });
  return type === 'stream' ? behindBroken(stuck, input) : stuck;
}

async function byHealth({
  candidates,
  health,
  resolved,
}: PreparedCall): Promise<readonly LanguageCandidate[]> {
  if (health?.reorder === undefined) return candidates;
  const known = await snapshotByCandidate(candidates, health, resolved.clock);
  const order = safely(
    resolved.events,
    'health.reorder',
    () => health.reorder?.(candidates, known) ?? candidates,
    candidates,
  );
  return order.flatMap(({ id }) => candidates.find((candidate) => candidate.id === id) ?? []);
}

async function snapshotByCandidate(
  candidates: readonly LanguageCandidate[],
  health: HealthOptions,
  clock: Clock,
): Promise<ReadonlyMap<string, HealthSnapshot>> {
  const keyOf = (candidate: LanguageCandidate): string => healthKeyOf(health, candidate);
  // Without it the plan's order stands.
  const unknown: ReadonlyMap<string, HealthSnapshot> = new Map();
  const ask = (): MaybePromise<ReadonlyMap<string, HealthSnapshot>> =>
    health.store.snapshot(candidates.map(keyOf));
  const known = await askStore(health, clock, ask, unknown);
  const byCandidate = new Map<string, HealthSnapshot>();
  for (const candidate of candidates) {
    const snapshot = known.get(keyOf(candidate));
    if (snapshot !== undefined) byCandidate.set(candidate.id, snapshot);
  }
  return byCandidate;
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
