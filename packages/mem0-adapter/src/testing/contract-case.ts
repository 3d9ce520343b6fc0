/** One law; `check` throws an Error that says which observation broke it. Runs in any test runner. */
export interface ContractCase<Harness> {
  readonly name: string;
  readonly check: (harness: Harness) => Promise<void>;
}

/** @throws Error where the two do not read the same as JSON, whatever the order of their properties. */
export function expectSame(actual: unknown, expected: unknown): void {
  const [is, should] = [canonical(actual), canonical(expected)];
  if (is !== should) throw new Error(`Expected ${should}, observed ${is}`);
}

/** @throws Error where the promise does not reject. */
export async function expectRejection(promise: PromiseLike<unknown>): Promise<void> {
  const outcome = await Promise.resolve(promise).then(
    () => 'resolved',
    () => 'rejected',
  );
  expectSame(outcome, 'rejected');
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? sorted(each) : each,
  );
}

function sorted(record: object): object {
  const entries: [string, unknown][] = Object.entries(record);
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
