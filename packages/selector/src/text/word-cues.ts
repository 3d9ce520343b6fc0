import { CUES, type Lexicon } from '../task/cue.ts';
import { ENGLISH } from '../task/lexicon-en.ts';
import { OTHERS } from '../task/lexicon-others.ts';
import { BUCKETS, bucketOf } from './bucket-of.ts';
import { hashPair, hashWord } from './hash.ts';
import { HashTable } from './hash-table.ts';

/** Bits of {@link CUE_BUCKETS}: the bucket holds a cue of one word, or one of two. */
export const WORD_BIT = 1;
export const PAIR_BIT = 2;

const cues = new HashTable(2048);
const buckets = new Uint8Array(BUCKETS);

/** What each bucket may hold. Most words and nearly all pairs are in none that matters, and need no search. */
export const CUE_BUCKETS: Readonly<Uint8Array> = buckets;

for (const lexicon of [...Object.values(OTHERS), ENGLISH]) fill(lexicon);

/** The place of the cue of a word or a pair by its hash; -1 when it is no cue. */
export function wordCueOf(hash: number): number {
  return cues.get(hash);
}

function fill(lexicon: Lexicon): void {
  for (const [place, cue] of CUES.entries()) {
    for (const entry of (lexicon[cue] ?? '').split(' ')) if (entry !== '') put(entry, place);
  }
}

function put(entry: string, place: number): void {
  const [first = '', second] = entry.split('_');
  const hash = second === undefined ? hashWord(first) : hashPair(hashWord(first), hashWord(second));
  cues.set(hash, place);
  buckets[bucketOf(hash)]! |= second === undefined ? WORD_BIT : PAIR_BIT;
}
