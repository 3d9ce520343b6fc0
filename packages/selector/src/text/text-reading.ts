import type { CueCounts } from '../task/cue.ts';

/** What one pass over a question yields. Counts only: no part of the text is kept. */
export interface TextReading {
  readonly cues: CueCounts;
  /** Words, where a run of letters is one and each Han character is half of one. */
  readonly words: number;
  /** Estimated tokens before the first answer option (`A. …`), which is the question proper. */
  readonly questionTokens: number;
  readonly tokens: number;
  readonly numbers: number;
  readonly formulaMarks: number;
  readonly codeMarks: number;
  readonly fences: number;
  readonly lines: number;
  /** Lines that begin with a number and a dot: given statements, clues, steps. */
  readonly numberedLines: number;
  /** Lines that begin with a capital and a dot: options to choose from. */
  readonly optionLines: number;
  readonly questionMarks: number;
  /** The question begins with who, when, where … */
  readonly beginsFactual: boolean;
  readonly letters: number;
  readonly han: number;
  readonly simplified: number;
  readonly traditional: number;
  /** Letters of other scripts. */
  readonly foreign: number;
  /** Buckets of the words and word pairs that occur, each once. */
  readonly grams: Readonly<Uint16Array>;
  /** How often each of `grams` occurs, at most 255. */
  readonly gramCounts: Readonly<Uint8Array>;
}
