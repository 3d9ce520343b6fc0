import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { FallbackCandidate } from '../candidate/fallback-candidate.ts';
import type { Clock } from '../clock/clock.ts';
import { askStore } from '../health/ask-store.ts';
import { healthKeyOf } from '../health/health-key.ts';
import type { HealthOptions } from '../health/health-options.ts';
import type { HealthSnapshot } from '../health/health-store.ts';
import { reportHookError } from '../report/emit.ts';
import type { FallbackEvents } from '../report/fallback-events.ts';
import { lastServed } from './last-served.ts';
import type { StickinessOptions } from './stickiness-options.ts';

/** What {@link stick} decides on. */
export interface StickInput<C extends FallbackCandidate> {
  readonly candidates: readonly C[];
  readonly params: LanguageModelV4CallOptions;
  readonly options: StickinessOptions;
  readonly health: HealthOptions | undefined;
  readonly clock: Clock;
  /** Told what the caller's own functions threw; the plan's order stands then. */
  readonly events: FallbackEvents;
}

/**
 * The plan with the candidate first that the conversation should stay with. Within a run that is whoever served the
 * last step; at a turn boundary the plan's own first candidate takes over again, once it is healthy and the caller
 * finds the lost prompt cache worth it.
 */
export async function stick<C extends FallbackCandidate>(
  input: StickInput<C>,
): Promise<readonly C[]> {
  try {
    return await stuckFirst(input);
  } catch (error) {
    reportHookError(input.events, error, 'stickiness');
    return input.candidates;
  }
}

async function stuckFirst<C extends FallbackCandidate>(
  input: StickInput<C>,
): Promise<readonly C[]> {
  const { candidates, options, params } = input;
  const first = candidates[0];
  const wanted = stuckId(input);
  const stuck = candidates.find(({ id }) => id === wanted);
  if (first === undefined || stuck === undefined || stuck === first) return candidates;
  const midRun = lastServed(params.prompt)?.midRun === true;
  if (!midRun && (await mayReturn(input, stuck, first))) return candidates;
  const stays = options.mayStay?.({ from: stuck, to: first, params }) ?? true;
  if (midRun && !stays) return candidates;
  return [stuck, ...candidates.filter((candidate) => candidate !== stuck)];
}

function stuckId({ params, options }: StickInput<FallbackCandidate>): string | undefined {
  const session = options.sessionOf?.(params);
  const pinned = session === undefined ? undefined : options.pins?.use(session);
  return pinned ?? lastServed(params.prompt)?.candidateId;
}

async function mayReturn(
  { params, options, health, clock }: StickInput<FallbackCandidate>,
  from: FallbackCandidate,
  to: FallbackCandidate,
): Promise<boolean> {
  const session = options.sessionOf?.(params);
  // A pin that still holds says: stay.
  if (session !== undefined && options.pins !== undefined) return false;
  const isHealthy = health === undefined || (await isKnownHealthy(health, clock, to));
  return isHealthy && (options.mayReturn?.({ from, to, params }) ?? true);
}

/** Open breakers are not worth a turn; a half-open one gets its probe from the chain's own gate. */
async function isKnownHealthy(
  health: HealthOptions,
  clock: Clock,
  candidate: FallbackCandidate,
): Promise<boolean> {
  const key = healthKeyOf(health, candidate);
  const unknown: ReadonlyMap<string, HealthSnapshot> = new Map();
  const known = await askStore(health, clock, () => health.store.snapshot([key]), unknown);
  return known.get(key)?.state !== 'open';
}
