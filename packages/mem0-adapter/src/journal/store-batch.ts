import type { MemoryScope } from '../backend/memory-scope.ts';
import { notify } from '../call/notify.ts';
import { safeMessage } from '../call/safe-message.ts';
import { withDeadline } from '../call/with-deadline.ts';
import type { DurableMemoryOptions } from './durable-memory-options.ts';
import type { PendingJournalEntry } from './journal.ts';
import { messagesOf } from './take-batch.ts';

export interface StoreBatchOptions {
  /** Of one scope and one conversation; at least one. */
  readonly batch: readonly [PendingJournalEntry, ...PendingJournalEntry[]];
  readonly scope: MemoryScope;
  readonly isRetry: boolean;
  readonly options: Pick<DurableMemoryOptions, 'backend' | 'journal' | 'onEvent' | 'retry'> & {
    readonly now: () => number;
  };
}

/** `failed` is to be tried again; `given-up` is kept among the dead and holds up nobody. */
export type BatchOutcome =
  | { readonly type: 'stored' }
  | { readonly type: 'given-up' }
  | { readonly type: 'failed'; readonly failureCount: number; readonly message: string };

/** Hands one batch to the backend, and writes in the journal how that went. Rejects as the journal does. */
export async function storeBatch(given: StoreBatchOptions): Promise<BatchOutcome> {
  const { batch, scope, isRetry, options } = given;
  const { backend, journal, now, onEvent, retry: { timeoutMs = 300_000 } = {} } = options;
  const [{ conversation, metadata }] = batch;
  const startedAtMs = now();
  const messages = messagesOf(batch);
  try {
    // Without an end, a backend that hangs would keep this scope from everybody.
    await withDeadline({
      timeoutMs,
      run: async (abortSignal) =>
        backend.add({
          messages,
          scope,
          observedAt: batch.at(-1)?.observedAt ?? '',
          isRetry,
          ...(conversation !== undefined && { conversation }),
          ...(metadata && { metadata }),
          abortSignal,
        }),
    });
  } catch (error) {
    return failed(given, safeMessage({ error, sent: messages.map(({ content }) => content) }));
  }
  await Promise.all(batch.map(async ({ key }) => journal.ack(key)));
  const counts = { entryCount: batch.length, messageCount: messages.length };
  notify(onEvent, { type: 'stored', ...counts, durationMs: now() - startedAtMs });
  return { type: 'stored' };
}

async function failed(
  { batch, options }: StoreBatchOptions,
  message: string,
): Promise<BatchOutcome> {
  const { journal, onEvent, retry: { maxFailures = 8 } = {} } = options;
  const failures = batch.map(({ key, failureCount }) => ({
    key,
    message,
    isRetryable: failureCount + 1 < maxFailures,
  }));
  await Promise.all(failures.map(async (failure) => journal.fail(failure)));
  for (const { key, isRetryable } of failures) {
    if (!isRetryable) notify(onEvent, { type: 'dead', key, message });
  }
  if (failures.every(({ isRetryable }) => !isRetryable)) return { type: 'given-up' };
  const failureCount = 1 + Math.max(...batch.map((entry) => entry.failureCount));
  return { type: 'failed', failureCount, message };
}
