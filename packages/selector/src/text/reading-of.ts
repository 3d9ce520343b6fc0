import { GRAM_COUNTS, GRAMS } from './reading-memory.ts';
import type { TextPass } from './text-pass.ts';
import type { TextReading } from './text-reading.ts';
import { tokensOf } from './tokens-of.ts';

/** What a finished pass has read. Its arrays are the shared memory, so it holds until the next pass begins. */
export function readingOf(pass: TextPass): TextReading {
  const tokens = tokensOf(pass);
  return {
    cues: pass.cues,
    words: pass.words + pass.han / 2,
    questionTokens: pass.optionLines > 1 ? pass.tokensBeforeOptions : tokens,
    tokens,
    numbers: pass.numbers,
    formulaMarks: pass.formulaMarks,
    codeMarks: pass.codeMarks,
    fences: pass.fences,
    lines: pass.lines,
    numberedLines: pass.numberedLines,
    optionLines: pass.optionLines,
    questionMarks: pass.questionMarks,
    beginsFactual: pass.beginsFactual,
    letters: pass.letters,
    han: pass.han,
    simplified: pass.simplified,
    traditional: pass.traditional,
    foreign: pass.foreign,
    grams: GRAMS.subarray(0, pass.gramCount),
    gramCounts: GRAM_COUNTS.subarray(0, pass.gramCount),
  };
}
