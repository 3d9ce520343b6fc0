/** The name that a misspelt one is nearest to: by the fewest letters to add, take away or change (Levenshtein). */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const ranked = names.map((known) => ({ known, distance: distance(name, known) }));
  return ranked.toSorted((a, b) => a.distance - b.distance)[0]?.known;
}

function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const [above = 0, aboveNext = 0, before = 0] = [row[column], row[column + 1], next[column]];
      next.push(Math.min(above + (letter === other ? 0 : 1), aboveNext + 1, before + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
