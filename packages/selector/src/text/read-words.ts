import { cuePlace } from '../task/cue.ts';
import { bucketOf } from './bucket-of.ts';
import { HASH_START, hashPair, hashStep } from './hash.ts';
import { increment, isZero } from './byte-count.ts';
import { KIND, KINDS } from './kind-of.ts';
import { COUNT_BY_BUCKET, GRAMS, HINTS, UNITS } from './reading-memory.ts';
import type { TextPass } from './text-pass.ts';
import { tokensOf } from './tokens-of.ts';
import { CUE_BUCKETS, PAIR_BIT, WORD_BIT, wordCueOf } from './word-cues.ts';

const SPACE = 32;
const UPPER_A = 65;
const UPPER_J = 74;
const UPPER_Z = 90;
const LOWER_S = 115;

const FACTUAL = cuePlace('factual');

/** A factual question is known by one of its first words: "In which year …". */
const FIRST_WORDS = 3;

/** Letters by their lower case, everything else 0. */
const LOWER = Uint16Array.from(KINDS, (kind, code) => (kind === KIND.letter ? lowerCase(code) : 0));

function lowerCase(code: number): number {
  return code >= UPPER_A && code <= UPPER_Z ? code + 32 : code;
}

/**
 * Takes in words with single blanks between them, as far as there are: of each its bucket, that of its pair with the word
 * before, and what may be a cue. One loop over local variables and almost without branches, because most of a
 * decision's time passes here, and whether a word is new or a cue cannot be foreseen: a wrong guess of the processor costs more
 * than the work.
 */
export function readWords(pass: TextPass): void {
  if (pass.lineStart) noteOption(pass);
  let { position, words, previousWord, letters, gramCount, hintCount } = pass;
  let lower = LOWER[UNITS[position]!]!;
  while (lower !== 0) {
    const start = position;
    let hash = HASH_START;
    let stem = hash;
    do {
      stem = hash;
      hash = hashStep(hash, lower);
      position += 1;
      lower = LOWER[UNITS[position]!]!;
    } while (lower !== 0);
    const length = position - start;
    letters += length;

    const bucket = bucketOf(hash);
    HINTS[hintCount] = hash;
    hintCount += CUE_BUCKETS[bucket]! & WORD_BIT;
    let count = COUNT_BY_BUCKET[bucket]!;
    GRAMS[gramCount] = bucket;
    gramCount += isZero(count);
    COUNT_BY_BUCKET[bucket] = increment(count);

    if (words > 0) {
      const pair = hashPair(previousWord, hash);
      const pairBucket = bucketOf(pair);
      HINTS[hintCount] = pair;
      hintCount += (CUE_BUCKETS[pairBucket]! & PAIR_BIT) >> 1;
      count = COUNT_BY_BUCKET[pairBucket]!;
      GRAMS[gramCount] = pairBucket;
      gramCount += isZero(count);
      COUNT_BY_BUCKET[pairBucket] = increment(count);
    }
    // A word without its "s" may be a cue too.
    if (UNITS[position - 1] === LOWER_S && length > 3) {
      HINTS[hintCount] = stem;
      hintCount += CUE_BUCKETS[bucketOf(stem)]! & WORD_BIT;
    }
    if (words < FIRST_WORDS && wordCueOf(hash) === FACTUAL) pass.beginsFactual = true;
    previousWord = hash;
    words += 1;
    if (UNITS[position] === SPACE) {
      position += 1;
      lower = LOWER[UNITS[position]!]!;
    }
  }
  pass.position = position;
  pass.words = words;
  pass.previousWord = previousWord;
  pass.letters = letters;
  pass.gramCount = gramCount;
  pass.hintCount = hintCount;
}

/** "A. …" or "B) …" at the start of a line is an option to choose, not a part of the question. */
function noteOption(pass: TextPass): void {
  const letter = UNITS[pass.position]!;
  if (letter < UPPER_A || letter > UPPER_J) return;
  if (!OPTION_ENDS.includes(UNITS[pass.position + 1]!)) return;
  pass.optionLines += 1;
  if (pass.optionLines === 1) pass.tokensBeforeOptions = tokensOf(pass);
}

/** What may stand behind the letter of an option: `.`, `)`, `:`. */
const OPTION_ENDS: readonly number[] = [46, 41, 58];
