import { cuePlace } from '../task/cue.ts';
import { HASH_START, hashStep } from './hash.ts';
import { KIND, kindOf } from './kind-of.ts';
import { cueOfHash } from './lexicon-index.ts';
import type { TextPass } from './text-pass.ts';
import { tokensOf } from './tokens-of.ts';

const UPPER_A = 65;
const UPPER_J = 74;
const LOWER_S = 115;

const FACTUAL = cuePlace('factual');

/** A factual question is told by one of its first words: "In which year …". */
const FIRST_WORDS = 3;

/** Takes in a run of letters: its lower-case hash, its cues, and whether it begins an option line. */
export function readWord(pass: TextPass): void {
  const { text, position: start } = pass;
  let position = start;
  let hash = HASH_START;
  let stem = hash;
  let code = text.charCodeAt(position);
  while (kindOf(code) === KIND.letter) {
    stem = hash;
    hash = hashStep(hash, lowerCase(code));
    position += 1;
    code = text.charCodeAt(position);
  }
  noteOption(pass, position);
  pass.letters += position - start;
  pass.position = position;
  if (pass.words < FIRST_WORDS && cueOfHash(hash) === FACTUAL) pass.beginsFactual = true;
  pass.word(hash);
  if (text.charCodeAt(position - 1) === LOWER_S && position - start > 3) pass.cue(stem);
}

function lowerCase(code: number): number {
  return code >= UPPER_A && code <= 90 ? code + 32 : code;
}

/** "A. …" or "B) …" at the start of a line is an option to choose, not a part of the question. */
function noteOption(pass: TextPass, end: number): void {
  if (!pass.lineStart || end - pass.position !== 1) return;
  const letter = pass.text.charCodeAt(pass.position);
  if (letter < UPPER_A || letter > UPPER_J) return;
  if (!'.):'.includes(pass.text[end] ?? ' ')) return;
  pass.optionLines += 1;
  if (pass.optionLines === 1) pass.tokensBeforeOptions = tokensOf(pass);
}
