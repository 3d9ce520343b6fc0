import { BUCKETS } from './bucket-of.ts';

/*
 * Memory for the text that is being read. One for all texts and never replaced: the engine then knows these tables, and a
 * question costs no allocation. During a pass no code of anybody else runs, so that no pass begins inside another.
 */

/** What is read of a text at most. A question is bounded far below it. */
export const MOST_UNITS = 32_767;

/** The text's code units and a 0 behind them. */
export const UNITS: Uint16Array<ArrayBuffer> = new Uint16Array(MOST_UNITS + 1);

/**
 * Hashes of words and pairs that may be cues; looked up at the end. A word takes two characters at least with its blank and leaves
 * three hints at most: itself, its pair and its singular.
 */
export const HINTS: Int32Array<ArrayBuffer> = new Int32Array(2 * MOST_UNITS);

/** How often each bucket occurred, up to 255. */
export const COUNT_BY_BUCKET: Uint8Array<ArrayBuffer> = new Uint8Array(BUCKETS);

/** The buckets that occurred, in the order of their first word. One more than there can be, see `TextPass.gram`. */
export const GRAMS: Uint16Array<ArrayBuffer> = new Uint16Array(BUCKETS + 1);

/** How often each of {@link GRAMS} occurred. */
export const GRAM_COUNTS: Uint8Array<ArrayBuffer> = new Uint8Array(BUCKETS);
