import type { TextReading } from '../text/text-reading.ts';
import { RULE_FEATURES, ruleFeatures } from './rule-features.ts';
import type { Signal } from './signal.ts';
import { stepsScore } from './steps-score.ts';
import { INTERCEPT, RULE_WEIGHTS } from './weights.generated.ts';
import { wordScore } from './word-score.ts';

export interface DifficultyEvidence {
  readonly reading: TextReading;
  readonly tools: number;
  readonly hasSchema: boolean;
  readonly reasoningAsked: boolean;
  /** What a calibration adds, in the unit of the learned score. */
  readonly correction?: number | undefined;
}

export interface Difficulty {
  /** 0 … 1. */
  readonly value: number;
  /** The parts of the score, see `signalsOf`. */
  readonly amounts: readonly number[];
}

/** The learned score is standardised over exam questions; this places their average a little below the middle. */
const BASE = -0.6;
const SPREAD = 0.9;

const WEIGHTS = RULE_FEATURES.map((name) => SPREAD * RULE_WEIGHTS[name]);

/** What the parts of a score are called, in their order. */
const SIGNAL_NAMES: readonly string[] = [
  'base',
  ...RULE_FEATURES,
  'words',
  'steps',
  'tools',
  'schema',
  'reasoning-asked',
  'calibration',
];

/**
 * A linear score of the question, squashed to 0 … 1. Linear, so that its parts can be shown: the `amounts` sum to the
 * score behind the value.
 */
export function scoreDifficulty(evidence: DifficultyEvidence): Difficulty {
  const amounts: number[] = [BASE + SPREAD * INTERCEPT];
  const features = ruleFeatures(evidence.reading);
  for (let place = 0; place < features.length; place += 1)
    amounts.push(features[place]! * WEIGHTS[place]!);
  amounts.push(
    SPREAD * wordScore(evidence.reading),
    SPREAD * stepsScore(evidence.reading),
    0.3 * Math.log1p(evidence.tools),
    evidence.hasSchema ? 0.1 : 0,
    evidence.reasoningAsked ? 1.2 : 0,
    SPREAD * (evidence.correction ?? 0),
  );
  let score = 0;
  for (const amount of amounts) score += amount;
  return { value: 1 / (1 + Math.exp(-score)), amounts };
}

/** Names the parts of a score that are not zero, largest first. */
export function signalsOf({ amounts }: Difficulty): readonly Signal[] {
  return amounts
    .map((amount, place) => ({ name: SIGNAL_NAMES[place]!, amount }))
    .filter(({ amount }) => amount !== 0)
    .toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount));
}
