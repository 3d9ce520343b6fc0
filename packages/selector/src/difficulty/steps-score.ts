import { cueCount } from '../task/cue.ts';
import type { TextReading } from '../text/text-reading.ts';
import { expectedSteps } from './expected-steps.ts';

/**
 * What one step is worth, in deviations of the learned score: the most that takes nothing from the order of other questions. On the 15
 * pairs of models of `eval-word-problems.ts` it lifts word problems from APGR .526 to .544, on LLMRouter .711 to .712 and takes
 * .0005 on ZeroEval.
 */
const PER_STEP = 0.3;

/** The mean of word problems, so that the score orders them and does not move them as a whole. */
const USUAL_STEPS = 3.2;

/** What the steps of a word problem add to its difficulty; nothing for any other question. */
export function stepsScore(reading: TextReading): number {
  return isWordProblem(reading) ? PER_STEP * (expectedSteps(reading) - USUAL_STEPS) : 0;
}

/** Prose with numbers and words of rates or calculation, without formulas, code or options: nine of ten of gsm8k, hardly anything else. */
function isWordProblem(reading: TextReading): boolean {
  const { numbers, questionTokens, formulaMarks, codeMarks, fences, optionLines, cues } = reading;
  if (numbers < 2 || questionTokens < 15 || questionTokens > 300) return false;
  if (formulaMarks > 2 || codeMarks > 4 || fences > 0 || optionLines > 1) return false;
  return cueCount(cues, 'rate') + cueCount(cues, 'maths') > 0;
}
