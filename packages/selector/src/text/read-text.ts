import { borrowReading } from './borrow-reading.ts';
import type { TextReading } from './text-reading.ts';

/** Reads a question in one pass, linear in its length: words, cues, numbers, marks, lines and scripts. */
export function readText(text: string): TextReading {
  const { cues, grams, gramCounts, ...counts } = borrowReading(text);
  return { ...counts, cues: cues.slice(), grams: grams.slice(), gramCounts: gramCounts.slice() };
}
