import { CUES, type Lexicon } from '../task/cue.ts';
import { CHINESE } from '../task/lexicon-zh.ts';
import { ENGLISH } from '../task/lexicon-en.ts';
import { OTHERS } from '../task/lexicon-others.ts';
import { BUCKETS, bucketOf } from './bucket-of.ts';
import { flagsOf } from './flags-of.ts';
import { hashPair, hashWord } from './hash.ts';

/** A power of two of at least four times the entries, so that a search nearly always ends at its first step. */
const SLOTS = 8192;

/*
 * A table of our own instead of a Map: the pass asks it twice for each word, and a Map boxes 32-bit keys.
 * An empty slot has place 0; places are stored plus one.
 */
const hashes = new Int32Array(SLOTS);
const places = new Uint8Array(SLOTS);

/** Buckets that hold a cue: most words are in none, and need no search. */
const cueBuckets = new Uint8Array(BUCKETS);
export const CUE_BUCKETS: Readonly<Uint8Array> = cueBuckets;

for (const lexicon of [...Object.values(OTHERS), CHINESE, ENGLISH]) fill(lexicon);

/** The place of the cue of a word or pair by its hash; -1 when it is no cue. */
export function cueOfHash(hash: number): number {
  let slot = hash & (SLOTS - 1);
  while (places[slot] !== 0) {
    if (hashes[slot] === hash) return (places[slot] ?? 0) - 1;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return -1;
}

/** Cues of scripts without spaces: they are looked for at each character. */
const EASTERN_CUES = [CHINESE, OTHERS['ja'], OTHERS['ko']]
  .flatMap((lexicon) => Object.values(lexicon ?? {}))
  .flatMap((words) => words.split(' '));

/** 1 for each code unit that begins such a cue: all others need no search. */
export const EASTERN_STARTS: Readonly<Uint8Array> = flagsOf(
  EASTERN_CUES.map((word) => word.charAt(0)).join(''),
);

/** The longest such cue, in characters. */
export const LONGEST_EASTERN_CUE: number = Math.max(...EASTERN_CUES.map((word) => word.length));

function fill(lexicon: Lexicon): void {
  for (const [place, cue] of CUES.entries()) {
    for (const entry of (lexicon[cue] ?? '').split(' '))
      if (entry !== '') put(hashEntry(entry), place);
  }
}

function put(hash: number, place: number): void {
  let slot = hash & (SLOTS - 1);
  while (places[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  hashes[slot] = hash;
  places[slot] = place + 1;
  cueBuckets[bucketOf(hash)] = 1;
}

function hashEntry(entry: string): number {
  const [first = '', second] = entry.split('_');
  return second === undefined ? hashWord(first) : hashPair(hashWord(first), hashWord(second));
}
