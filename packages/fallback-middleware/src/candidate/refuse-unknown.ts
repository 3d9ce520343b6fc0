import { FallbackOptionsError } from '../errors/fallback-options-error.ts';

/** Every name that an options object may have; one that is missing, or there in vain, does not compile. */
export type KnownNames<T> = Readonly<Record<keyof T, true>>;

/** Refuses what would silently do nothing, with the nearest name that exists. @throws FallbackOptionsError */
export function refuseUnknown<T extends object>(
  options: Readonly<Partial<T>>,
  known: KnownNames<T>,
): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !Object.hasOwn(known, name)) throw unknownOption(name, value, known);
  }
}

function unknownOption(path: string, received: unknown, known: object): FallbackOptionsError {
  const near = Object.keys(known)
    .map((name) => ({ name, edits: editsBetween(path.toLowerCase(), name.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits)[0];
  const isNear = near !== undefined && near.edits * 2 < near.name.length;
  const hint = isNear ? `; did you mean "${near.name}"?` : '';
  const expected = `left out (there is no such option${hint})`;
  return new FallbackOptionsError({ path, expected, received });
}

/** Levenshtein's distance: characters to insert, delete or replace. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let at = 0; at < a.length; at++) {
    const next = [at + 1];
    for (let column = 0; column < b.length; column++) {
      const replaced = (row[column] ?? 0) + (a[at] === b[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
