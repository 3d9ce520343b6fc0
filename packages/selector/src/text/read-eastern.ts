import { cuePlace } from '../task/cue.ts';
import { bucketOf } from './bucket-of.ts';
import { easternCueLength, easternCuePlace, mayBeginCue } from './eastern-cues.ts';
import { increment, isZero } from './byte-count.ts';
import { hashPair } from './hash.ts';
import { KIND, KINDS } from './kind-of.ts';
import { COUNT_BY_BUCKET, GRAMS, UNITS } from './reading-memory.ts';
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
  const { position: start } = pass;
  let { gramCount, han, kana, simplified, traditional } = pass;
  let position = start;
  let behindCue = start;
  let code = UNITS[position]!;
  let kind = KINDS[code];
  while (kind === KIND.han || kind === KIND.kana) {
    const next = UNITS[position + 1]!;
    const bucket = bucketOf(hashPair(code, next));
    if (mayBeginCue(code, bucket) && position >= behindCue)
      behindCue = position + readCue(pass, position);
    if (kind === KIND.han) {
      han += 1;
      simplified += SCRIPTS[code]! & SIMPLIFIED;
      traditional += (SCRIPTS[code]! & TRADITIONAL) >> 1;
      const count = COUNT_BY_BUCKET[bucket]!;
      GRAMS[gramCount] = bucket;
      gramCount += isZero(count);
      COUNT_BY_BUCKET[bucket] = increment(count);
    } else kana += 1;
    position += 1;
    code = next;
    kind = KINDS[code];
  }
  pass.position = position;
  pass.han = han;
  pass.simplified = simplified;
  pass.traditional = traditional;
  pass.foreign += kana - pass.kana;
  pass.kana = kana;
  pass.gramCount = gramCount;
}

/** Counts the cue that begins here, if one does, and returns its length. */
function readCue(pass: TextPass, start: number): number {
  const length = easternCueLength(start);
  if (length === 0) return 0;
  const place = easternCuePlace(start, length);
  pass.cue(place);
  if (place === FACTUAL && start < FIRST_CHARACTERS) pass.beginsFactual = true;
  return length;
}
