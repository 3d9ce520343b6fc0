import { InvalidArgumentError } from '@ai-sdk/provider';
import { nearestName } from './nearest-name.ts';

/** What an option must be to be usable at all; whatever is `optional` is checked where it is used, or by its type. */
type Need = 'object' | 'text' | 'optional';

interface AssertOptions<Options> {
  /** Whose options they are, as the caller wrote it: `memoryMiddleware`, `recall`. */
  readonly of: string;
  readonly options: unknown;
  /** Every option there is: the type makes the compiler count them. */
  readonly known: { readonly [Name in keyof Options]-?: Need };
}

/**
 * Options from callers without types, or with a misspelt name.
 *
 * @throws InvalidArgumentError naming the first that is unknown, with the nearest that is known, or missing.
 */
export function assertOptions<Options>({ of, options, known }: AssertOptions<Options>): void {
  if (typeof options !== 'object' || options === null) {
    throw invalid(of, `The options of ${of} are ${typeof options}: give an object.`);
  }
  const needs = Object.entries<Need>(known);
  const names = needs.map(([name]) => name);
  for (const [name, value] of Object.entries(options)) {
    if (names.includes(name) || value === undefined) continue;
    throw invalid(
      name,
      `${of} has no option \`${name}\` (${typeof value} given): did you mean \`${nearestName(name, names)}\`?`,
    );
  }
  for (const [name, need] of needs)
    assertNeed({ of, name, need, value: Reflect.get(options, name) });
}

interface AssertNeed {
  readonly of: string;
  readonly name: string;
  readonly need: Need;
  readonly value: unknown;
}

function assertNeed({ of, name, need, value }: AssertNeed): void {
  const isUsable =
    need === 'optional' ||
    (need === 'text' && typeof value === 'string' && value !== '') ||
    (need === 'object' && typeof value === 'object' && value !== null);
  if (isUsable) return;
  const given = value === '' ? 'an empty text' : value === null ? 'null' : typeof value;
  throw invalid(name, `${of} needs \`${name}\`, which is ${given}: give ${wanted[need]}.`);
}

const wanted = { object: 'an object', text: 'a text', optional: 'anything' };

function invalid(argument: string, message: string): InvalidArgumentError {
  return new InvalidArgumentError({ argument, message });
}
