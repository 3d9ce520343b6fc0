import { didYouMean, POOLS, TIERS } from '@tierwise/catalog';
import { InvalidPolicyError } from './invalid-policy-error.ts';
import type { Policy } from './policy.ts';

/** What a member of a policy may be. */
interface Expected {
  readonly accepts: (value: unknown) => boolean;
  /** What to write, in words. */
  readonly wanted: string;
}

const PLAIN_DECIMAL = /^\d+(\.\d+)?$/;

const BOOLEAN: Expected = {
  accepts: (value) => typeof value === 'boolean',
  wanted: 'true or false',
};
const LIST: Expected = { accepts: Array.isArray, wanted: 'a list of model ids or globs' };
const USD: Expected = {
  accepts: (value) => typeof value === 'string' && PLAIN_DECIMAL.test(value),
  wanted: "US dollars as a plain decimal string such as '0.01'",
};

/** Every member of a policy. */
const EXPECTED: Readonly<Record<keyof Policy, Expected>> = {
  tier: wordOf(TIERS),
  allowFree: BOOLEAN,
  pool: wordOf(POOLS),
  models: LIST,
  allow: LIST,
  deny: LIST,
  maxCostUsd: USD,
  dataPolicy: wordOf(['any', 'no-training', 'zdr']),
  region: wordOf(['eu', 'us']),
  strictRegion: BOOLEAN,
  expiringWithinDays: numberWithin(0, Number.POSITIVE_INFINITY),
  profile: wordOf(['free-only', 'cheapest', 'balanced', 'quality']),
  target: numberWithin(0, 1),
  confidence: numberWithin(0.5, 0.99),
  dial: numberWithin(0, 10),
  valueUsd: USD,
  latencyUsdPerSecond: USD,
};

/**
 * Refuses what a policy cannot say.
 *
 * @throws InvalidPolicyError naming the member, what it takes, and the nearest member that there is.
 */
export function checkPolicy(policy: Policy): void {
  for (const key in policy) {
    if (!isMember(key)) {
      const reason = `it has no member "${key}". ${didYouMean(key, Object.keys(EXPECTED))}`;
      throw new InvalidPolicyError({ key, reason });
    }
    const value: unknown = policy[key];
    const { accepts, wanted } = EXPECTED[key];
    if (value === undefined || accepts(value)) continue;
    const reason = `"${key}" is ${shown(value)}; write ${wanted}.`;
    throw new InvalidPolicyError({ key, reason });
  }
}

function isMember(key: string): key is keyof Policy {
  return Object.hasOwn(EXPECTED, key);
}

function wordOf(words: readonly unknown[]): Expected {
  return { accepts: (value) => words.includes(value), wanted: `one of ${words.join(', ')}` };
}

function numberWithin(from: number, to: number): Expected {
  return {
    accepts: (value) => typeof value === 'number' && value >= from && value <= to,
    wanted: `a number from ${from} to ${to}`,
  };
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? JSON.stringify(value)
    : `of type ${typeof value}`;
}
