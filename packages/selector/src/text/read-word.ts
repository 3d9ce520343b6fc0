import { cuePlace } from '../task/cue.ts';
import { HASH_PRIME, HASH_START } from './hash.ts';
import { KIND, KINDS } from './kind-of.ts';
import { cueOfHash } from './lexicon-index.ts';
import type { TextPass } from './text-pass.ts';
import { tokensOf } from './tokens-of.ts';

const UPPER_A = 65;
const UPPER_J = 74;
const UPPER_Z = 90;
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
  // A read behind the end would give NaN, and a table asked with NaN is slow from then on.
  while (position < text.length) {
    const lower = LOWER[text.charCodeAt(position)]!;
    if (lower === 0) break;
    stem = hash;
    hash = Math.imul(hash ^ lower, HASH_PRIME);
    position += 1;
  }
  if (pass.lineStart && position - start === 1) noteOption(pass, position);
  pass.letters += position - start;
  pass.position = position;
  if (pass.words < FIRST_WORDS && cueOfHash(hash) === FACTUAL) pass.beginsFactual = true;
  pass.word(hash);
  if (position - start > 3 && text.charCodeAt(position - 1) === LOWER_S) pass.cue(stem);
}

/** Letters by their lower case, everything else 0. */
const LOWER = Uint16Array.from(KINDS, (kind, code) => (kind === KIND.letter ? lowerCase(code) : 0));

function lowerCase(code: number): number {
  return code >= UPPER_A && code <= UPPER_Z ? code + 32 : code;
}

/** "A. …" or "B) …" at the start of a line is an option to choose, not a part of the question. */
function noteOption(pass: TextPass, end: number): void {
  const letter = pass.text.charCodeAt(pass.position);
  if (letter < UPPER_A || letter > UPPER_J) return;
  if (!'.):'.includes(pass.text[end] ?? ' ')) return;
  pass.optionLines += 1;
  if (pass.optionLines === 1) pass.tokensBeforeOptions = tokensOf(pass);
}
