import { CUES } from '../task/cue.ts';
import { BUCKETS, bucketOf } from './bucket-of.ts';
import { CodeUnits } from './code-units.ts';
import { hashPair } from './hash.ts';
import { CUE_BUCKETS, PAIR_BIT, WORD_BIT, wordCueOf } from './word-cues.ts';

/**
 * The running state of a pass over one text. Its memory serves one text after the other, because clearing what a question
 * touched is far cheaper than allocating for each question.
 */
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
  foreign = 0;
  gramCount = 0;
  hintCount = 0;
  readonly cues: Uint16Array<ArrayBuffer> = new Uint16Array(CUES.length);
  /** The buckets that occurred, in the order of their first word. One more than there can be, see `gram`. */
  readonly grams: Uint16Array<ArrayBuffer> = new Uint16Array(BUCKETS + 1);
  /** How often each bucket occurred so far, by bucket. */
  readonly countByBucket: Uint8Array<ArrayBuffer> = new Uint8Array(BUCKETS);
  /** How often each of `grams` did; filled in at the end. */
  readonly gramCounts: Uint8Array<ArrayBuffer> = new Uint8Array(BUCKETS);
  /** Hashes of words and pairs that may be cues; looked up at the end. */
  hints: Int32Array<ArrayBuffer> = new Int32Array(8192);
  readonly #memory: CodeUnits = new CodeUnits();

  /** The text's code units and a 0 behind them. */
  get units(): Readonly<Uint16Array> {
    return this.#memory.units;
  }

  /** Begins with a text, as if nothing had been read before. */
  begin(text: string): void {
    this.#memory.load(text);
    // Each word is one character at least and leaves three hints at most: itself, its pair and its singular.
    if (this.hints.length < 3 * text.length + 3) this.hints = new Int32Array(6 * text.length);
    this.length = text.length;
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
    this.foreign = 0;
    this.gramCount = 0;
    this.hintCount = 0;
    this.cues.fill(0);
  }

  /** Looks the hints up, writes the counts of the grams down and clears what was touched. */
  end(): void {
    for (let index = 0; index < this.hintCount; index += 1) this.cue(wordCueOf(this.hints[index]!));
    const { grams, gramCounts, countByBucket } = this;
    for (let index = 0; index < this.gramCount; index += 1) {
      const bucket = grams[index]!;
      gramCounts[index] = countByBucket[bucket]!;
      countByBucket[bucket] = 0;
    }
  }

  /**
   * Takes in a word by its hash: its bucket, that of its pair with the word before, and what may be a cue. Almost without
   * branches: whether a word is new or a cue cannot be foreseen, and a wrong guess of the processor costs more than the work.
   */
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

  /** Keeps a hash where `wanted` is 1, and writes over it next time where it is 0. */
  hint(hash: number, wanted: number): void {
    this.hints[this.hintCount] = hash;
    this.hintCount += wanted;
  }

  /** Counts a bucket, up to 255, and keeps it where it is new. */
  gram(bucket: number): void {
    const count = this.countByBucket[bucket]!;
    this.grams[this.gramCount] = bucket;
    this.gramCount += (count - 1) >>> 31;
    this.countByBucket[bucket] = count + 1 - ((count + 1) >>> 8);
  }

  /** Counts a cue by its place; -1 is none. */
  cue(place: number): void {
    if (place >= 0) this.cues[place]! += 1;
  }
}
