import { cuePlace } from '../task/cue.ts';
import type { TextReading } from '../text/text-reading.ts';

/** The cues that difficulty looks at by their count alone. */
const CUE_RULES = [
  'agent',
  'code',
  'constraint',
  'deep',
  'design',
  'extract',
  'greeting',
  'law',
  'long-answer',
  'maths',
  'negation',
  'rate',
  'reasoning',
  'science',
  'short-answer',
  'step',
  'summarise',
  'translate',
  'write',
] as const;

/** What difficulty looks at beside cues. */
const FORM_RULES = [
  'length',
  'numbers',
  'formula',
  'code-marks',
  'code-block',
  'statements',
  'factual',
  'choice',
] as const;

/** The names of the rule features, in the order of their weights. */
export const RULE_FEATURES: readonly RuleFeature[] = [...CUE_RULES, ...FORM_RULES];

export type RuleFeature = (typeof CUE_RULES)[number] | (typeof FORM_RULES)[number];

/** Counts enter by their logarithm: the tenth formula says less than the first. */
export function ruleFeatures(reading: TextReading): readonly number[] {
  const features = CUE_PLACES.map((place) => logarithmOf(reading.cues[place]!));
  features.push(
    Math.log1p(reading.questionTokens / 20),
    logarithmOf(reading.numbers),
    logarithmOf(reading.formulaMarks),
    Math.log1p(reading.codeMarks / 4),
    Math.min(2, reading.fences),
    logarithmOf(reading.numberedLines),
    reading.beginsFactual ? 1 : 0,
    reading.optionLines > 1 ? 1 : 0,
  );
  return features;
}

const CUE_PLACES = CUE_RULES.map(cuePlace);

/** log(1 + count) of the counts that occur; a decision asks for two dozen of them. */
const LOGARITHMS = Float64Array.from({ length: 64 }, (_, count) => Math.log1p(count));

function logarithmOf(count: number): number {
  return count < LOGARITHMS.length ? LOGARITHMS[count]! : Math.log1p(count);
}
