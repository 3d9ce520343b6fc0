import type { Clock } from '../clock/clock.ts';
import { systemClock } from '../clock/system-clock.ts';
import type { FailurePolicy } from '../failure/failure-rules.ts';
import type { FallbackEvents } from '../report/fallback-events.ts';
import type { TelemetryOptions } from '../telemetry/telemetry-options.ts';
import { FallbackOptionsError } from '../errors/fallback-options-error.ts';
import type { RetryBudget } from './retry-budget.ts';

/** What every kind of call accepts. `Infinity` switches a deadline off. */
export interface ChainOptions {
  /** Attempts of one call, the first included. @default 8 */
  readonly maxAttempts?: number;
  /** For one answer that is not streamed. @default 120_000 */
  readonly attemptTimeoutMs?: number;
  /**
   * From the start of a streamed attempt to its first content; comments and preamble do not count. Sending the prompt
   * does: raise it for large prompts on slow lines. @default 30_000
   */
  readonly firstContentTimeoutMs?: number;
  /** Between two parts of a stream, while somebody waits for them. @default 60_000 */
  readonly stallTimeoutMs?: number;
  /** For the whole call with all its attempts and waits. @default 600_000 */
  readonly totalTimeoutMs?: number;
  /** An attempt that would have less time than this is not started. @default 100 */
  readonly minAttemptMs?: number;
  /** Base of the full-jitter back-off before a candidate is asked again. @default 500 */
  readonly backoffBaseMs?: number;
  /** Longest wait before a candidate is asked again; a longer retry hint means it is not. @default 20_000 */
  readonly backoffCapMs?: number;
  /** Changes to the table of failure rules. */
  readonly failurePolicy?: FailurePolicy;
  /** Shared by calls, so that an outage is not amplified. Default: none for the engine, one per `fallback()`. */
  readonly retryBudget?: RetryBudget;
  readonly events?: FallbackEvents;
  /** Spans for the call and its attempts. Default: none. */
  readonly telemetry?: TelemetryOptions;
  readonly clock?: Clock;
  /** In [0, 1). @default Math.random */
  readonly random?: () => number;
}

/** {@link ChainOptions} with every default in place. */
export type ResolvedChainOptions = Readonly<
  Required<Omit<ChainOptions, 'failurePolicy' | 'retryBudget' | 'telemetry'>> &
    Pick<ChainOptions, 'failurePolicy' | 'retryBudget' | 'telemetry'>
>;

const defaults = {
  maxAttempts: 8,
  attemptTimeoutMs: 120_000,
  firstContentTimeoutMs: 30_000,
  stallTimeoutMs: 60_000,
  totalTimeoutMs: 600_000,
  minAttemptMs: 100,
  backoffBaseMs: 500,
  backoffCapMs: 20_000,
} as const;

const numericNames = [
  'maxAttempts',
  'attemptTimeoutMs',
  'firstContentTimeoutMs',
  'stallTimeoutMs',
  'totalTimeoutMs',
  'minAttemptMs',
  'backoffBaseMs',
  'backoffCapMs',
] as const satisfies ReadonlyArray<keyof typeof defaults>;
const noEvents: FallbackEvents = {};

/** Fills in defaults and checks numbers. @throws FallbackOptionsError for NaN, negative numbers and other types. */
export function resolveChainOptions(options: ChainOptions): ResolvedChainOptions {
  for (const name of numericNames) checkNumber(name, options[name]);
  return {
    ...defaults,
    ...withoutUndefined(options),
    events: options.events ?? noEvents,
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  };
}

function checkNumber(name: keyof typeof defaults, value: unknown): void {
  if (value === undefined) return;
  const least = name === 'maxAttempts' ? 1 : 0;
  if (typeof value === 'number' && value >= least) return;
  throw new FallbackOptionsError({
    path: name,
    expected: least === 1 ? 'a number of at least 1' : 'a number of milliseconds, 0 or more',
    received: value,
  });
}

function withoutUndefined(options: ChainOptions): ChainOptions {
  const picked: Record<string, unknown> = {};
  for (const name of numericNames) if (options[name] !== undefined) picked[name] = options[name];
  if (options.failurePolicy !== undefined) picked['failurePolicy'] = options.failurePolicy;
  if (options.retryBudget !== undefined) picked['retryBudget'] = options.retryBudget;
  if (options.telemetry !== undefined) picked['telemetry'] = options.telemetry;
  return picked;
}
