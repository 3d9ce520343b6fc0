import type { RuleFeature } from './rule-features.ts';

/**
 * Weights of the rules as a person would set them, fixed before any result was looked at, on the scale of the
 * difficulty's logit. Training starts from them, and a rule that the training data hardly shows (small talk, translation,
 * concurrency) keeps its weight.
 */
export const HAND_WEIGHTS: { readonly [Name in RuleFeature]: number } = {
  agent: 0.6,
  code: 0.8,
  constraint: 0.5,
  deep: 2,
  design: 0.9,
  extract: -0.5,
  greeting: -1.3,
  law: 0.6,
  'long-answer': 0.6,
  maths: 0.9,
  negation: 0.3,
  rate: 0.5,
  reasoning: 0.75,
  science: 0.6,
  'short-answer': -0.6,
  step: 0.45,
  summarise: -0.45,
  translate: -0.6,
  write: 0.15,
  length: 0.33,
  numbers: 0.33,
  formula: 0.45,
  'code-marks': 0.3,
  'code-block': 0.3,
  statements: 0.4,
  factual: -0.6,
  // Options can be guessed, which leaves less to gain.
  choice: -0.5,
};
