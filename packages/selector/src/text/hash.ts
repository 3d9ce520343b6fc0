/** The start of a 32-bit FNV-1a hash. */
export const HASH_START = -2_128_831_035;

/** The factor of a 32-bit FNV-1a hash. */
export const HASH_PRIME = 0x01000193;

/** FNV-1a: takes one more character code into a hash. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, HASH_PRIME);
}

/** One hash of two words in their order. */
export function hashPair(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x85ebca6b) ^ second, HASH_PRIME);
}

/** The hash of a lower-case word, as the pass over a text makes it. */
export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let index = 0; index < word.length; index += 1)
    hash = hashStep(hash, word.charCodeAt(index));
  return hash;
}
