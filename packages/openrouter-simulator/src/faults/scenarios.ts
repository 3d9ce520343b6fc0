import type { Fault } from './fault.ts';

/** A name in `SCENARIOS`. */
export type ScenarioName =
  | 'free-tier-exhausted'
  | 'flaky-upstream'
  | 'outage'
  | 'broken-streams'
  | 'silent-failures'
  | 'slow-day'
  | 'out-of-credits'
  | 'unreliable-usage';

/** Days that every client of OpenRouter meets sooner or later, as lists of faults. */
export const SCENARIOS: Readonly<Record<ScenarioName, readonly Fault[]>> = {
  /** Every free model is out of its daily requests. */
  'free-tier-exhausted': [
    {
      model: '*:free',
      type: 'status',
      status: 429,
      message:
        'Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day',
      metadata: { limit_source: 'openrouter_free_tier_daily' },
    },
  ],
  /** One call in three fails with an overloaded upstream. */
  'flaky-upstream': [
    { type: 'status', status: 503, probability: 0.2 },
    { type: 'status', status: 429, retryAfterSeconds: 2, probability: 0.15 },
  ],
  /** Everything answers 503: no chain of models helps. */
  outage: [{ type: 'status', status: 503 }],
  /** One stream in three breaks after its first words, in one of three ways. */
  'broken-streams': [
    { type: 'reset', at: 'after-content', probability: 0.12 },
    { type: 'sse-error', at: 'after-content', probability: 0.12 },
    { type: 'cut', probability: 0.12 },
  ],
  /** Failures without an error: an empty answer, no choices, half a tool call. */
  'silent-failures': [
    { type: 'empty', probability: 0.1 },
    { type: 'no-choices', probability: 0.1 },
    { type: 'truncated-tool-arguments', probability: 0.1 },
    { type: 'finish-error', probability: 0.1 },
  ],
  /** A slow day: headers late, words drop by drop. */
  'slow-day': [
    { type: 'slow-headers', ms: 2000, probability: 0.3 },
    { type: 'slow-drip', ms: 200 },
  ],
  /** The credits are used up. */
  'out-of-credits': [
    { type: 'status', status: 402, metadata: { limit_source: 'openrouter_credits' } },
  ],
  /** Costs cannot be trusted: missing, null or wrong. */
  'unreliable-usage': [
    { type: 'null-usage', probability: 0.2 },
    { type: 'null-cost', probability: 0.2 },
    { type: 'wrong-usage', probability: 0.2 },
  ],
};

/** The faults of a scenario. @throws RangeError naming the scenarios there are. */
export function scenarioFaults(name: string): readonly Fault[] {
  const found = Object.entries(SCENARIOS).find(([known]) => known === name);
  if (found === undefined)
    throw new RangeError(`No scenario "${name}". There are: ${Object.keys(SCENARIOS).join(', ')}.`);
  return found[1];
}
