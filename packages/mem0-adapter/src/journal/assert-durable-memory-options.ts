import { assertCounts, assertDurations } from '../call/assert-numbers.ts';
import { assertOptions } from '../call/assert-options.ts';
import type { BatchOptions, DurableMemoryOptions, RetryOptions } from './durable-memory-options.ts';

/** @throws InvalidArgumentError where an option is unknown or missing, or a limit is no number that can be kept to. */
export function assertDurableMemoryOptions(options: DurableMemoryOptions): void {
  assertKnown(options);
  assertLimits(options);
}

function assertKnown(options: DurableMemoryOptions): void {
  assertOptions<DurableMemoryOptions>({
    of: 'durableMemory',
    options,
    known: {
      backend: 'object',
      journal: 'object',
      batch: 'optional',
      retry: 'optional',
      onEvent: 'optional',
      schedule: 'optional',
      random: 'optional',
      now: 'optional',
    },
  });
  assertOptions<BatchOptions>({
    of: 'batch',
    options: options.batch ?? {},
    known: { maxMessages: 'optional', idleMs: 'optional' },
  });
  assertOptions<RetryOptions>({
    of: 'retry',
    options: options.retry ?? {},
    known: {
      maxFailures: 'optional',
      baseMs: 'optional',
      maxMs: 'optional',
      timeoutMs: 'optional',
    },
  });
}

function assertLimits({ batch = {}, retry = {} }: DurableMemoryOptions): void {
  assertCounts({ 'batch.maxMessages': batch.maxMessages, 'retry.maxFailures': retry.maxFailures });
  assertDurations({
    'batch.idleMs': batch.idleMs,
    'retry.baseMs': retry.baseMs,
    'retry.maxMs': retry.maxMs,
    'retry.timeoutMs': retry.timeoutMs,
  });
}
