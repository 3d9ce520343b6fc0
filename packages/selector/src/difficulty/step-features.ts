import { bucketOf } from '../text/bucket-of.ts';
import { hashWord } from '../text/hash.ts';
import type { TextReading } from '../text/text-reading.ts';

/** What the expected number of steps looks at beside its words. */
export const STEP_FORMS = ['numbers', 'logNumbers', 'tokens', 'logTokens'] as const;

export type StepForm = (typeof STEP_FORMS)[number];

/** Word problems are no longer; what is longer is no word problem and is not extrapolated to. */
const MOST_NUMBERS = 30;
const MOST_TOKENS = 300;

/** The form of a question, in the order of `STEP_FORMS`. */
export function stepForms({ numbers, questionTokens }: TextReading): readonly number[] {
  const count = Math.min(MOST_NUMBERS, numbers);
  const tokens = Math.min(MOST_TOKENS, questionTokens);
  return [count, Math.log1p(count), tokens, Math.log1p(tokens)];
}

/** Where a word is counted in a reading. Another word may share the place; with thirty words that is seldom. */
export function wordPlace(word: string): number {
  return bucketOf(hashWord(word));
}
