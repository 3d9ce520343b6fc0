import type { Cue } from '../task/cue.ts';
import type { CueCounts } from '../task/count-cues.ts';
import type { Signal } from './signal.ts';

export interface DifficultyEvidence {
  readonly cues: CueCounts;
  readonly questionTokens: number;
  readonly numbers: number;
  readonly formulaMarks: number;
  readonly hasCodeFence: boolean;
  readonly tools: number;
  readonly hasSchema: boolean;
  readonly reasoningAsked: boolean;
}

export interface Difficulty {
  /** 0 … 1. */
  readonly value: number;
  readonly signals: readonly Signal[];
}

/** The score of a question without any mark: a plain sentence is easy. */
const BASE = -2.4;

/** Weight of log(1 + count) per cue, set by hand; a learned prior replaces it in a later version. */
const CUE_WEIGHTS: { readonly [Name in Cue]: number } = {
  code: 0.8,
  constraint: 0.5,
  deep: 2,
  design: 0.9,
  extract: -0.5,
  factual: -0.6,
  greeting: -1.3,
  maths: 0.9,
  reasoning: 0.75,
  'short-answer': -0.6,
  step: 0.45,
  summarise: -0.45,
  translate: -0.6,
  write: 0.15,
};

/**
 * A linear score of the question, squashed to 0 … 1. Linear, so that its parts can be shown: the amounts of
 * `signals` sum to the score. Counts enter by their logarithm: the tenth formula says less than the first.
 */
export function scoreDifficulty(evidence: DifficultyEvidence): Difficulty {
  const signals = [
    { name: 'base', amount: BASE },
    ...cueSignals(evidence.cues),
    ...formSignals(evidence),
  ].filter(({ amount }) => amount !== 0);
  const score = signals.reduce((sum, { amount }) => sum + amount, 0);
  return { value: 1 / (1 + Math.exp(-score)), signals: signals.toSorted(byWeight) };
}

function cueSignals(cues: CueCounts): Signal[] {
  return [...cues].map(([name, count]) => ({
    name,
    amount: CUE_WEIGHTS[name] * Math.log1p(count),
  }));
}

function formSignals(evidence: DifficultyEvidence): Signal[] {
  return [
    { name: 'length', amount: 0.33 * Math.log1p(evidence.questionTokens / 20) },
    { name: 'numbers', amount: 0.33 * Math.log1p(evidence.numbers) },
    { name: 'formula', amount: 0.45 * Math.log1p(evidence.formulaMarks) },
    { name: 'code-block', amount: evidence.hasCodeFence ? 0.9 : 0 },
    { name: 'tools', amount: 0.45 * Math.log1p(evidence.tools) },
    { name: 'schema', amount: evidence.hasSchema ? 0.15 : 0 },
    { name: 'reasoning-asked', amount: evidence.reasoningAsked ? 1.2 : 0 },
  ];
}

function byWeight(one: Signal, other: Signal): number {
  return Math.abs(other.amount) - Math.abs(one.amount);
}
