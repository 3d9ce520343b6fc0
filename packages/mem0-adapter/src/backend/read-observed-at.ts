import { InvalidArgumentError } from '@ai-sdk/provider';

// ISO 8601 begins like this; Date.parse alone takes "5" and "May" too.
const beginsWithDay = /^\d{4}-\d{2}-\d{2}(?:$|T)/;

/**
 * A moment from outside, checked.
 *
 * @throws InvalidArgumentError where it is no ISO 8601 date; names its type, because a text may be private.
 */
export function readObservedAt(value: unknown): string {
  if (typeof value === 'string' && beginsWithDay.test(value) && !Number.isNaN(Date.parse(value))) {
    return value;
  }
  const given = typeof value === 'string' ? 'a text that is no date' : typeof value;
  throw new InvalidArgumentError({
    argument: 'observedAt',
    message: `\`observedAt\` is ${given}: give the time at which the messages were said in ISO 8601, for example 2026-03-05T09:00:00Z.`,
  });
}
