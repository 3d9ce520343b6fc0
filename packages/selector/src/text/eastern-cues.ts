import { CUES } from '../task/cue.ts';
import { OTHERS } from '../task/lexicon-others.ts';
import { CHINESE } from '../task/lexicon-zh.ts';
import { BUCKETS, bucketOf } from './bucket-of.ts';
import { HASH_START, hashPair, hashStep, hashWord } from './hash.ts';
import { HashTable } from './hash-table.ts';
import { UNITS } from './reading-memory.ts';

/** Says that a cue begins like this, but is longer. */
const PREFIX = CUES.length;

/** Bits of a character: a cue of its own, or the beginning of a longer one. */
const SINGLE = 1;
const LONGER = 2;

/*
 * Cues of scripts without spaces are looked for at each character. Every beginning of a cue is in the table too, so that
 * nearly all searches end at the second character.
 */
const cues = new HashTable(4096);
const starts = new Uint8Array(65_536);
const pairs = new Uint8Array(BUCKETS);

/**
 * Whether a cue may begin with a character, known by the character and by the bucket of its pair with the next one. Without
 * it every third character of Chinese would be searched for.
 */
export function mayBeginCue(code: number, bucket: number): boolean {
  return (starts[code]! & (pairs[bucket]! | SINGLE)) !== 0;
}

// The later language wins: a word that Japanese and Chinese share hints at what it does in Chinese.
for (const lexicon of [OTHERS['ja'], OTHERS['ko'], CHINESE]) {
  for (const [place, cue] of CUES.entries()) {
    for (const word of (lexicon?.[cue] ?? '').split(' ')) if (word !== '') put(word, place);
  }
}

function put(word: string, place: number): void {
  const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
  starts[first]! |= word.length === 1 ? SINGLE : LONGER;
  if (word.length > 1) pairs[bucketOf(hashPair(first, second))] = LONGER;
  putBeginnings(word);
  cues.set(hashWord(word), place);
}

function putBeginnings(word: string): void {
  for (let length = 1; length < word.length; length += 1) {
    const hash = hashWord(word.slice(0, length));
    if (cues.get(hash) < 0) cues.set(hash, PREFIX);
  }
}

/** The length of the longest cue that begins at a position of the text; 0 when none does. The 0 behind the text ends it. */
export function easternCueLength(start: number): number {
  let longest = 0;
  let hash = HASH_START;
  for (let index = start; index < UNITS.length; index += 1) {
    hash = hashStep(hash, UNITS[index]!);
    const place = cues.get(hash);
    if (place < 0) break;
    if (place !== PREFIX) longest = index + 1 - start;
  }
  return longest;
}

/** The place of a cue that was found, among {@link CUES}. */
export function easternCuePlace(start: number, length: number): number {
  let hash = HASH_START;
  for (let index = start; index < start + length; index += 1) hash = hashStep(hash, UNITS[index]!);
  return cues.get(hash);
}
