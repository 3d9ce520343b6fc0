/** The next count, which ends at 255 as a byte does. Without a branch, like {@link isZero}. */
export function increment(count: number): number {
  return count + 1 - ((count + 1) >>> 8);
}

/** 1 for a count of zero, 0 for any other. */
export function isZero(count: number): number {
  return (count - 1) >>> 31;
}
