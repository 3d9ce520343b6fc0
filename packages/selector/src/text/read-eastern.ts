import { cuePlace } from '../task/cue.ts';
import { HASH_START, hashPair, hashStep } from './hash.ts';
import { cueOfHash, EASTERN_STARTS, LONGEST_EASTERN_CUE } from './lexicon-index.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './scripts-of-han.ts';
import { KIND, KINDS } from './kind-of.ts';
import type { TextPass } from './text-pass.ts';

const FACTUAL = cuePlace('factual');

/** How many characters into a text a factual question word may stand to be its beginning. */
const FIRST_CHARACTERS = 12;

/**
 * Takes in one character of a script without spaces, or a whole cue where one begins here: the longest cue wins and
 * the pass goes on behind it. Pairs of characters stand in for words.
 */
export function readEastern(pass: TextPass): void {
  const { text, position: start } = pass;
  const length = Math.max(1, EASTERN_STARTS[text.charCodeAt(start)] === 1 ? readCue(pass) : 0);
  for (let index = start; index < start + length; index += 1) noteCharacter(pass, index);
  pass.position = start + length;
}

function readCue(pass: TextPass): number {
  let hash = HASH_START;
  let longest = 0;
  let place = -1;
  for (let length = 1; length <= LONGEST_EASTERN_CUE; length += 1) {
    hash = hashStep(hash, pass.text.charCodeAt(pass.position + length - 1));
    const found = cueOfHash(hash);
    if (found >= 0) [longest, place] = [length, found];
  }
  if (place < 0) return 0;
  pass.cues[place]! += 1;
  if (place === FACTUAL && pass.position < FIRST_CHARACTERS) pass.beginsFactual = true;
  return longest;
}

function noteCharacter(pass: TextPass, index: number): void {
  const code = pass.text.charCodeAt(index);
  if (KINDS[code] !== KIND.han) {
    pass.foreign += 1;
    return;
  }
  pass.han += 1;
  if (SIMPLIFIED_ONLY[code] === 1) pass.simplified += 1;
  else if (TRADITIONAL_ONLY[code] === 1) pass.traditional += 1;
  pass.gram(hashPair(code, pass.text.charCodeAt(index + 1) || 0));
}
