import { CUES } from '../task/cue.ts';
import { BUCKETS, bucketOf } from './bucket-of.ts';
import { hashPair } from './hash.ts';
import { CUE_BUCKETS, cueOfHash } from './lexicon-index.ts';

/** The most distinct word features that are kept: what is read is bounded, so this is rarely reached. */
const MOST_GRAMS = 4096;

/** The running state of one pass over one text. */
export class TextPass {
  readonly text: string;
  position = 0;
  lineStart = true;
  words = 0;
  numbers = 0;
  lines = 1;
  numberedLines = 0;
  optionLines = 0;
  tokensBeforeOptions = -1;
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
  foreign = 0;
  previousWord = 0;
  gramCount = 0;
  readonly cues: Uint16Array<ArrayBuffer> = new Uint16Array(CUES.length);
  readonly grams: Uint16Array<ArrayBuffer> = new Uint16Array(MOST_GRAMS);
  readonly countByBucket: Uint8Array<ArrayBuffer> = new Uint8Array(BUCKETS);

  constructor(text: string) {
    this.text = text;
  }

  /** Takes in a word by its hash: its cue, its pair with the word before, and both buckets. */
  word(hash: number): void {
    this.gram(hash);
    if (this.words > 0) this.gram(hashPair(this.previousWord, hash));
    this.previousWord = hash;
    this.words += 1;
  }

  /** Takes in a word or a pair: its bucket, and its cue where it has one. */
  gram(hash: number): void {
    const bucket = bucketOf(hash);
    if (CUE_BUCKETS[bucket] !== 0) this.cue(hash);
    const count = this.countByBucket[bucket]!;
    if (count === 0) {
      this.grams[this.gramCount] = bucket;
      this.gramCount += 1;
    }
    if (count < 255) this.countByBucket[bucket] = count + 1;
  }

  /** Counts the cue of a hash, if it has one. */
  cue(hash: number): void {
    const place = cueOfHash(hash);
    if (place >= 0) this.cues[place]! += 1;
  }
}
