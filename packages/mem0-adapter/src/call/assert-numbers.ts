import { InvalidArgumentError } from '@ai-sdk/provider';

type Numbers = Readonly<Record<string, number | undefined>>;

// What a timer can wait: Node takes a longer wait, or none that is a number, for one millisecond.
const longestMs = 2 ** 31 - 1;

/** @throws InvalidArgumentError naming the first that is no count of 1 or more. */
export function assertCounts(counts: Numbers): void {
  assertWithin(counts, 1, Number.POSITIVE_INFINITY);
}

/** @throws InvalidArgumentError naming the first that no timer can wait. */
export function assertDurations(durations: Numbers): void {
  assertWithin(durations, 0, longestMs);
}

function assertWithin(numbers: Numbers, least: number, most: number): void {
  for (const [argument, value] of Object.entries(numbers)) {
    // Callers without types give anything.
    const isWithin = typeof value === 'number' && value >= least && value <= most;
    if (value === undefined || isWithin) continue;
    const range = most === longestMs ? `from ${least} to ${most}` : `of ${least} or more`;
    throw new InvalidArgumentError({
      argument,
      message: `${argument} is ${typeof value === 'number' ? value : typeof value}: give a number ${range}.`,
    });
  }
}
