import type { TextReading } from '../text/text-reading.ts';
import { RULE_FEATURES, ruleFeatures } from './rule-features.ts';
import type { Signal } from './signal.ts';
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
  readonly signals: readonly Signal[];
}

/** The learned score is standardised over exam questions; this places their average a little below the middle. */
const BASE = -0.6;
const SPREAD = 0.9;

const WEIGHTS = RULE_FEATURES.map((name) => SPREAD * RULE_WEIGHTS[name]);

/**
 * A linear score of the question, squashed to 0 … 1. Linear, so that its parts can be shown: the amounts of
 * `signals` sum to the score behind the value.
 */
export function scoreDifficulty(evidence: DifficultyEvidence): Difficulty {
  const signals: Signal[] = [{ name: 'base', amount: BASE + SPREAD * INTERCEPT }];
  const features = ruleFeatures(evidence.reading);
  for (let place = 0; place < features.length; place += 1)
    note(signals, RULE_FEATURES[place]!, features[place]! * WEIGHTS[place]!);
  note(signals, 'words', SPREAD * wordScore(evidence.reading));
  note(signals, 'tools', 0.3 * Math.log1p(evidence.tools));
  note(signals, 'schema', evidence.hasSchema ? 0.1 : 0);
  note(signals, 'reasoning-asked', evidence.reasoningAsked ? 1.2 : 0);
  note(signals, 'calibration', SPREAD * (evidence.correction ?? 0));
  let score = 0;
  for (const { amount } of signals) score += amount;
  return { value: 1 / (1 + Math.exp(-score)), signals: signals.toSorted(byWeight) };
}

function note(signals: Signal[], name: string, amount: number): void {
  if (amount !== 0) signals.push({ name, amount });
}

function byWeight(one: Signal, other: Signal): number {
  return Math.abs(other.amount) - Math.abs(one.amount);
}
