import { readingOf } from './reading-of.ts';
import { runPass } from './run-pass.ts';
import { TextPass } from './text-pass.ts';
import type { TextReading } from './text-reading.ts';

/** Serves all texts: during a pass no code of anybody else runs, so that no pass begins inside another. */
const PASS = new TextPass();

/**
 * Reads a question for a moment: the reading holds until the next text is read anywhere, and must be used up before.
 * It spares a decision most of its allocations; whoever keeps a reading takes `readText`.
 */
export function borrowReading(text: string): TextReading {
  runPass(PASS, text);
  return readingOf(PASS);
}
