import { assertCounts, assertDurations } from '../call/assert-numbers.ts';
import { assertOptions } from '../call/assert-options.ts';
import type {
  MemoryMiddlewareOptions,
  RecallOptions,
  StoreTurnOptions,
} from './memory-middleware-options.ts';

/** @throws InvalidArgumentError where an option is unknown or missing, or a limit is no number that can be kept to. */
export function assertMemoryMiddlewareOptions(options: MemoryMiddlewareOptions): void {
  assertKnown(options);
  assertLimits(options);
}

function assertKnown(options: MemoryMiddlewareOptions): void {
  assertOptions<MemoryMiddlewareOptions>({
    of: 'memoryMiddleware',
    options,
    known: {
      memory: 'object',
      scope: 'optional',
      recall: 'optional',
      store: 'optional',
      waitUntil: 'optional',
      onEvent: 'optional',
      now: 'optional',
    },
  });
  assertOptions<RecallOptions>({
    of: 'recall',
    options: options.recall || {},
    known: { topK: 'optional', maxTokens: 'optional', timeoutMs: 'optional' },
  });
  assertOptions<StoreTurnOptions>({
    of: 'store',
    options: options.store || {},
    known: { redact: 'optional', timeoutMs: 'optional' },
  });
}

function assertLimits({ recall, store }: MemoryMiddlewareOptions): void {
  const { topK, maxTokens, timeoutMs } = recall || {};
  assertCounts({ 'recall.topK': topK, 'recall.maxTokens': maxTokens });
  assertDurations({
    'recall.timeoutMs': timeoutMs,
    'store.timeoutMs': store ? store.timeoutMs : undefined,
  });
}
