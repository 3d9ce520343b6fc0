import type { Ability } from './ability.ts';

/*
 * P(ok) = σ((SLOPE · points + LEVEL − HARDNESS · logit δ) / √(1 + π/8 · (SLOPE · sigma)²)): item response with the ability's
 * uncertainty averaged out. Data card: scripts/fit-success.ts on 2026-11-25 over 11,112 outcomes of five models
 * (LLMRouter, ZeroEval) whose coding index OpenRouter still listed on 2026-08-16. Exam questions, so everyday calls
 * come out a little too hard. SLOPE and LEVEL are the fitted ones. The fitted HARDNESS is .395, flattened because δ read from
 * text is mostly noise inside exams; .9 is set by us so that the scale spans today's models: a call at δ .1 is for any of
 * them, one at δ .95 for the ablest tenth.
 */
const SLOPE = 0.096;
const LEVEL = -0.752;
const HARDNESS = 0.9;

/** How far each end of the difficulty scale reaches: a call that is surely hard has a logit of 5, not infinity. */
const WIDEST_LOGIT = 5;

/** What a call's difficulty takes off every model's logit. */
export function hardnessOf(difficulty: number): number {
  return LEVEL - HARDNESS * logit(difficulty, WIDEST_LOGIT);
}

/** The part of the logit that belongs to a model: `sureness · (lift + hardness)` is the logit of P(ok). */
export function successTerms({ points, sigma }: Ability): { lift: number; sureness: number } {
  return {
    lift: SLOPE * points,
    sureness: 1 / Math.sqrt(1 + (Math.PI / 8) * (SLOPE * sigma) ** 2),
  };
}

/** What one point of ability adds to the logit. */
export const LOGIT_PER_POINT: number = SLOPE;

/** 1 / (1 + e^-x). */
export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** The inverse of {@link logistic}, held within ± `widest`. */
export function logit(share: number, widest = 50): number {
  const value = Math.log(share / (1 - share));
  return Math.min(widest, Math.max(-widest, value));
}
