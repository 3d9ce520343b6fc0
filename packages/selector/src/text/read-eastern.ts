import { cuePlace } from '../task/cue.ts';
import { bucketOf } from './bucket-of.ts';
import { easternCueLength, easternCuePlace, mayBeginCue } from './eastern-cues.ts';
import { hashPair } from './hash.ts';
import { KIND, KINDS } from './kind-of.ts';
import { SCRIPTS, SIMPLIFIED, TRADITIONAL } from './scripts-of-han.ts';
import type { TextPass } from './text-pass.ts';

const FACTUAL = cuePlace('factual');

/** How many characters into a text a factual question word may stand to be its beginning. */
const FIRST_CHARACTERS = 12;

/**
 * Takes in a run of scripts without spaces: of cues that begin at the same place the longest wins, and none begins inside
 * another. Pairs of characters stand in for words.
 */
export function readEastern(pass: TextPass): void {
  const { units } = pass;
  let { position } = pass;
  let behindCue = position;
  let code = units[position]!;
  let kind = KINDS[code];
  while (kind === KIND.han || kind === KIND.kana) {
    const next = units[position + 1]!;
    const bucket = bucketOf(hashPair(code, next));
    if (mayBeginCue(code, bucket) && position >= behindCue)
      behindCue = position + readCue(pass, position);
    if (kind === KIND.han) noteHan(pass, code, bucket);
    else pass.foreign += 1;
    position += 1;
    code = next;
    kind = KINDS[code];
  }
  pass.position = position;
}

/** Counts the cue that begins here, if one does, and tells its length. */
function readCue(pass: TextPass, start: number): number {
  const length = easternCueLength(pass.units, start);
  if (length === 0) return 0;
  const place = easternCuePlace(pass.units, start, length);
  pass.cue(place);
  if (place === FACTUAL && start < FIRST_CHARACTERS) pass.beginsFactual = true;
  return length;
}

function noteHan(pass: TextPass, code: number, bucket: number): void {
  pass.han += 1;
  pass.simplified += SCRIPTS[code]! & SIMPLIFIED;
  pass.traditional += (SCRIPTS[code]! & TRADITIONAL) >> 1;
  pass.gram(bucket);
}
