import type { Dropped } from '../filter/dropped-models.ts';

const MARKER = Symbol.for('tierwise.error.NoCandidateError');

/** No known model satisfies the call's hard requirements and the caller's policy. */
export class NoCandidateError extends Error {
  readonly dropped: readonly Dropped[];

  constructor({ dropped }: { readonly dropped: readonly Dropped[] }) {
    super(
      `No model fits this call: ${describe(dropped)}. Relax what the call requires or what the policy allows (tier, models, maxCostUsd, allowFree).`,
    );
    Object.defineProperty(this, MARKER, { value: true });
    this.name = 'NoCandidateError';
    this.dropped = dropped;
  }

  /** Recognises the error across duplicate copies of this package. */
  static isInstance(this: void, error: unknown): error is NoCandidateError {
    return typeof error === 'object' && error !== null && MARKER in error;
  }
}

function describe(dropped: readonly Dropped[]): string {
  if (dropped.length === 0) return 'the catalogue is empty';
  const counts = new Map<string, number>();
  for (const { rule } of dropped) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([rule, count]) => `${count} dropped by "${rule}"`)
    .join(', ');
}
