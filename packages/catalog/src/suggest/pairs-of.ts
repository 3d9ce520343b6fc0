/** The pairs of neighbouring letters, whatever their case. */
export function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase();
  const pairs = new Set<string>();
  for (let index = 1; index < letters.length; index += 1)
    pairs.add(letters.slice(index - 1, index + 1));
  return pairs;
}
