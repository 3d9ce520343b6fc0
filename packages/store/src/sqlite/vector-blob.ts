/** A vector as 32-bit numbers, which is what embedding models give. */
export function toBlob(vector: readonly number[]): Uint8Array {
  return new Uint8Array(Float32Array.from(vector).buffer);
}

/** The numbers again. */
export function fromBlob(blob: unknown): number[] {
  if (!(blob instanceof Uint8Array)) return [];
  // Copied, because a view of four-byte numbers must begin at a multiple of four.
  return Array.from(new Float32Array(Uint8Array.from(blob).buffer));
}
