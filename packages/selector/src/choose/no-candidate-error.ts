import type { Dropped } from '../filter/dropped-models.ts';
import { relaxHint } from './relax-hint.ts';

const MARKER = Symbol.for('tierwise.error.NoCandidateError');

/**
 * No known model satisfies the call's hard requirements and the caller's policy. The message counts the rules that left
 * models out, and says how to relax those that objected most.
 */
export class NoCandidateError extends Error {
  /** Every model of the catalogue with the first rule that objected to it. */
  readonly dropped: readonly Dropped[];

  constructor({ dropped }: { readonly dropped: readonly Dropped[] }) {
    const counts = countsOf(dropped);
    super(`No model fits this call: ${describe(counts)}. ${relaxHint(counts)}`);
    Object.defineProperty(this, MARKER, { value: true });
    this.name = 'NoCandidateError';
    this.dropped = dropped;
  }

  /** Recognises the error across duplicate copies of this package. */
  static isInstance(this: void, error: unknown): error is NoCandidateError {
    return typeof error === 'object' && error !== null && MARKER in error;
  }
}

/** How many models each rule left out, the busiest rule first. */
function countsOf(
  dropped: readonly Dropped[],
): readonly (readonly [rule: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { rule } of dropped) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}

function describe(counts: ReturnType<typeof countsOf>): string {
  return counts.length === 0
    ? 'the catalogue is empty'
    : counts.map(([rule, count]) => `${count} dropped by "${rule}"`).join(', ');
}
