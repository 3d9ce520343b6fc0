import type { Candidate } from '../choose/candidate.ts';
import { compareUsd, sumUsd } from '@tierwise/pricing';

/** How often to try another first choice. */
export interface ExploreOptions {
  /** The share of calls whose first choice may be another, 0 … 0.05. Default 0: nothing is explored. */
  readonly rate?: number | undefined;
  /** In [0, 1). Default `Math.random`; pass a seeded one to repeat a run. */
  readonly random?: (() => number) | undefined;
}

/** The candidates, possibly with another one first. */
export interface Explored {
  readonly candidates: readonly [Candidate, ...Candidate[]];
  /** The chance with which the first of them came first; log it with the outcome. */
  readonly propensity: number;
}

/** No more than this share is ever explored, whatever is asked for. */
const MOST_RATE = 0.05;

/**
 * Now and then puts another candidate first, so that its outcomes become known: never a dearer tier, never more than
 * twice as dear, never where the first is premium. Use it only where a verifier or feedback reports outcomes.
 */
export function explore(
  candidates: readonly [Candidate, ...Candidate[]],
  { rate = 0, random = Math.random }: ExploreOptions = {},
): Explored {
  const bounded = Math.min(MOST_RATE, Math.max(0, rate));
  const [first, ...others] = candidates;
  const eligible =
    first.tier === 'premium' ? [] : others.filter((other) => mayReplace(other, first));
  if (bounded === 0 || eligible.length === 0) return { candidates, propensity: 1 };
  if (random() >= bounded) return { candidates, propensity: 1 - bounded };
  const chosen = eligible[Math.floor(random() * eligible.length)] ?? first;
  const rest = candidates.filter((candidate) => candidate !== chosen);
  return { candidates: [chosen, ...rest], propensity: bounded / eligible.length };
}

function mayReplace(other: Candidate, first: Candidate): boolean {
  if (other.tier !== first.tier) return false;
  const twiceAsDear = sumUsd([first.estCostUsd, first.estCostUsd]);
  return compareUsd(other.estCostUsd, twiceAsDear) <= 0;
}
