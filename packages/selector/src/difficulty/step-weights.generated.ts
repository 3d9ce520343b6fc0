// Made by scripts/train-steps.ts; never edit by hand. What it was made from: DATA-CARD.md.
import type { StepForm } from './step-features.ts';

export const STEP_INTERCEPT = -1.7920;

/** Steps that each unit of a question's form stands for. */
export const STEP_FORM_WEIGHTS: { readonly [Form in StepForm]: number } = {"numbers":0.2462,"logNumbers":0.236,"tokens":-0.0087,"logTokens":0.8882};

/** Steps that a word stands for, times log(1 + its count). */
export const STEP_WORD_WEIGHTS: Readonly<Record<string, number>> = {"half":0.8359,"twice":0.7443,"much":0.3906,"each":0.2755,"two":0.5031,"and":0.2348,"three":0.4294,"four":0.5256,"remaining":0.576,"many":0.1129,"every":0.3025,"five":0.6145,"more":0.2606,"six":0.5428,"their":0.3175,"per":0.2062,"ten":0.4499,"by":0.2624,"also":0.3761,"old":0.2549,"rest":0.3848,"if":-0.1499,"he":0.079,"need":-0.3411,"fewer":0.344,"able":0.2013,"sells":0.2507,"use":-0.3435,"week":0.2435,"did":-0.133};
