import { cuePlace } from '../task/cue.ts';
import type { TextReading } from './text-reading.ts';

/** The least share of function words that English text of some length has. */
const ENGLISH_SHARE = 0.12;

const FUNCTION_WORD = cuePlace('function-word');

/** Too few words to tell a language by. */
const FEW_WORDS = 6;

/** Whether a text is English, by its function words; code and formulas beside them do not matter. */
export function readsAsEnglish({ cues, words, han, foreign, letters }: TextReading): boolean {
  if ((han + foreign) * 4 > letters) return false;
  return words < FEW_WORDS || cues[FUNCTION_WORD]! >= words * ENGLISH_SHARE;
}
