import { HASH_START, hashStep } from './hash.ts';
import { KIND, KINDS } from './kind-of.ts';
import { UNITS } from './reading-memory.ts';
import type { TextPass } from './text-pass.ts';

/** Takes in a word of another alphabet, small letters as they stand: its cue, and its bucket for own labels. */
export function readForeignWord(pass: TextPass): void {
  const { position: start } = pass;
  let position = start;
  let hash = HASH_START;
  while (KINDS[UNITS[position]!] === KIND.foreign) {
    hash = hashStep(hash, smallLetter(UNITS[position]!));
    position += 1;
  }
  pass.foreign += position - start;
  pass.position = position;
  pass.word(hash);
}

const CAPITAL_A = 0x410;
const CAPITAL_YA = 0x42f;

/** Cyrillic capitals lie 32 before their small letters; the other alphabets of the lexicon have no capitals. */
function smallLetter(code: number): number {
  return code >= CAPITAL_A && code <= CAPITAL_YA ? code + 32 : code;
}
