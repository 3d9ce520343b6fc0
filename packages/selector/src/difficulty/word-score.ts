import { cuePlace } from '../task/cue.ts';
import type { TextReading } from '../text/text-reading.ts';
import { decodeBytes } from './decode-bytes.ts';
import { WORD_STEP, WORD_WEIGHTS } from './weights.generated.ts';

const WEIGHTS = decodeBytes(WORD_WEIGHTS);

/** The least share of function words that English text of some length has. */
const ENGLISH_SHARE = 0.12;

const FUNCTION_WORD = cuePlace('function-word');

/** Too few words to tell a language by. */
const FEW_WORDS = 6;

/**
 * What a question's words and word pairs add to its difficulty. The weights were learned from English, so that text
 * in another language gets nothing here instead of chance.
 */
export function wordScore(reading: TextReading): number {
  if (!readsAsEnglish(reading)) return 0;
  const { grams, gramCounts } = reading;
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < grams.length; index += 1) {
    const value = LOGS[gramCounts[index] ?? 1] ?? 1;
    sum += value * (WEIGHTS[grams[index] ?? 0] ?? 0);
    squares += value * value;
  }
  return squares === 0 ? 0 : (sum * WORD_STEP) / Math.sqrt(squares);
}

/** 1 + log(count), for each count that a reading can hold. */
const LOGS = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)));

/** Whether a text is English, by its function words; code and formulas beside them do not matter. */
export function readsAsEnglish({ cues, words, han, foreign, letters }: TextReading): boolean {
  if ((han + foreign) * 4 > letters) return false;
  return words < FEW_WORDS || cues[FUNCTION_WORD]! >= words * ENGLISH_SHARE;
}
