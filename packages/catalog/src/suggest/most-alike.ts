export interface MostAlikeOptions {
  readonly wanted: string;
  readonly names: Iterable<string>;
  /** What a name is compared by. */
  readonly partsOf: (name: string) => ReadonlySet<string>;
  /** How much a name must have in common with the wanted one, 0 … 1. */
  readonly least: number;
}

/** The names most like the wanted one, best first, equal ones in their own order. Likeness is the share of common parts (Dice's coefficient). */
export function mostAlike({ wanted, names, partsOf, least }: MostAlikeOptions): readonly string[] {
  const wantedParts = partsOf(wanted.slice(0, 200));
  return [...names]
    .map((name) => ({ name, alike: likeness(wantedParts, partsOf(name)) }))
    .filter(({ alike }) => alike >= least)
    .toSorted((a, b) => b.alike - a.alike)
    .map(({ name }) => name);
}

/** NaN, which is enough for nothing, when both are empty. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const part of a) if (b.has(part)) common += 1;
  return (2 * common) / (a.size + b.size);
}
