import { readsAsEnglish } from '../text/reads-as-english.ts';
import type { TextReading } from '../text/text-reading.ts';
import { decodeBytes } from './decode-bytes.ts';
import { WORD_STEP, WORD_WEIGHTS } from './weights.generated.ts';

const WEIGHTS = decodeBytes(WORD_WEIGHTS);

/** 1 + log(count), for each count that a reading can hold. */
const LOGS = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)));

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
    const value = LOGS[gramCounts[index]!]!;
    sum += value * WEIGHTS[grams[index]!]!;
    squares += value * value;
  }
  return squares === 0 ? 0 : (sum * WORD_STEP) / Math.sqrt(squares);
}
