import { CUES } from '../task/cue.ts';
import { bucketOf } from './bucket-of.ts';
import { increment, isZero } from './byte-count.ts';
import { hashPair } from './hash.ts';
import { loadUnits } from './load-units.ts';
import { COUNT_BY_BUCKET, GRAM_COUNTS, GRAMS, HINTS } from './reading-memory.ts';
import { CUE_BUCKETS, PAIR_BIT, WORD_BIT, wordCueOf } from './word-cues.ts';

/** The running state of a pass over the text in `UNITS`. */
export class TextPass {
  length = 0;
  position = 0;
  lineStart = true;
  words = 0;
  previousWord = 0;
  numbers = 0;
  lines = 1;
  numberedLines = 0;
  optionLines = 0;
  tokensBeforeOptions = 0;
  questionMarks = 0;
  fences = 0;
  beginsFactual = false;
  letters = 0;
  digits = 0;
  symbols = 0;
  codeMarks = 0;
  formulaMarks = 0;
  han = 0;
  simplified = 0;
  traditional = 0;
  kana = 0;
  foreign = 0;
  gramCount = 0;
  hintCount = 0;
  readonly cues: Uint16Array<ArrayBuffer> = new Uint16Array(CUES.length);

  /** Begins with a text, as if nothing had been read before. */
  begin(text: string): void {
    this.length = loadUnits(text);
    this.position = 0;
    this.lineStart = true;
    this.words = 0;
    this.previousWord = 0;
    this.numbers = 0;
    this.lines = 1;
    this.numberedLines = 0;
    this.optionLines = 0;
    this.tokensBeforeOptions = 0;
    this.questionMarks = 0;
    this.fences = 0;
    this.beginsFactual = false;
    this.letters = 0;
    this.digits = 0;
    this.symbols = 0;
    this.codeMarks = 0;
    this.formulaMarks = 0;
    this.han = 0;
    this.simplified = 0;
    this.traditional = 0;
    this.kana = 0;
    this.foreign = 0;
    this.gramCount = 0;
    this.hintCount = 0;
    this.cues.fill(0);
  }

  /** Looks the hints up, writes the counts of the grams down and clears what was touched. */
  end(): void {
    for (let index = 0; index < this.hintCount; index += 1) this.cue(wordCueOf(HINTS[index]!));
    for (let index = 0; index < this.gramCount; index += 1) {
      const bucket = GRAMS[index]!;
      GRAM_COUNTS[index] = COUNT_BY_BUCKET[bucket]!;
      COUNT_BY_BUCKET[bucket] = 0;
    }
  }

  /** Takes in a word by its hash, as `readWords` does: its bucket, that of its pair with the word before, and their hints. */
  word(hash: number): void {
    const bucket = bucketOf(hash);
    this.hint(hash, CUE_BUCKETS[bucket]! & WORD_BIT);
    this.gram(bucket);
    if (this.words > 0) this.pair(hashPair(this.previousWord, hash));
    this.previousWord = hash;
    this.words += 1;
  }

  pair(hash: number): void {
    const bucket = bucketOf(hash);
    this.hint(hash, (CUE_BUCKETS[bucket]! & PAIR_BIT) >> 1);
    this.gram(bucket);
  }

  /** Keeps a hash where `wanted` is 1, and lets the next be written over it where it is 0. */
  hint(hash: number, wanted: number): void {
    HINTS[this.hintCount] = hash;
    this.hintCount += wanted;
  }

  /** Counts a bucket, and keeps it where it is new. */
  gram(bucket: number): void {
    const count = COUNT_BY_BUCKET[bucket]!;
    GRAMS[this.gramCount] = bucket;
    this.gramCount += isZero(count);
    COUNT_BY_BUCKET[bucket] = increment(count);
  }

  /** Counts a cue by its place; -1 is none. */
  cue(place: number): void {
    if (place >= 0) this.cues[place]! += 1;
  }
}
