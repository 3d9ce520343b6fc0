/**
 * Small numbers by 32-bit hashes, in two typed arrays: the pass over a text asks for each word, and a Map would box the hashes.
 * Open addressing; an empty slot holds 0, numbers are stored plus one.
 */
export class HashTable {
  readonly mask: number;
  readonly hashes: Int32Array;
  readonly values: Uint8Array;

  /** @param slots a power of two, several times the entries, so that a search nearly always ends at its first step. */
  constructor(slots: number) {
    this.mask = slots - 1;
    this.hashes = new Int32Array(slots);
    this.values = new Uint8Array(slots);
  }

  /** Puts a number of at most 254, over the one that was there. */
  set(hash: number, value: number): void {
    const { mask, hashes, values } = this;
    let slot = hash & mask;
    while (values[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    values[slot] = value + 1;
  }

  /** -1 when there is none. */
  get(hash: number): number {
    const { mask, hashes, values } = this;
    for (let slot = hash & mask; values[slot] !== 0; slot = (slot + 1) & mask) {
      if (hashes[slot] === hash) return values[slot]! - 1;
    }
    return -1;
  }
}
