/** A count with thousands separated, for people. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
