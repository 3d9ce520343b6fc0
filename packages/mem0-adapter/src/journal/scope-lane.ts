import type { MemoryScope } from '../backend/memory-scope.ts';
import { notify } from '../call/notify.ts';
import { safeMessage } from '../call/safe-message.ts';
import type { DurableMemoryOptions } from './durable-memory-options.ts';
import type { PendingJournalEntry } from './journal.ts';
import { retryDelay } from './retry-delay.ts';
import { messagesOf, takeBatch } from './take-batch.ts';

export type LaneOptions = Required<Pick<DurableMemoryOptions, 'random' | 'now' | 'schedule'>> &
  DurableMemoryOptions;

// More than a batch, so that entries of several conversations find their way in one read.
const entriesPerRead = 100;

/** What one scope has to store, one batch at a time: two at once would not see each other's facts. */
export class ScopeLane {
  readonly #scope: MemoryScope;
  readonly #options: LaneOptions;
  /** Entries that this process appended and has not tried yet: no backend can know them. */
  readonly #untried = new Set<string>();
  #waitingMessages = 0;
  #last: Promise<unknown> = Promise.resolve();
  #cancelTimer: (() => void) | undefined;
  #isBackingOff = false;
  #runCount = 0;

  constructor(scope: MemoryScope, options: LaneOptions) {
    this.#scope = scope;
    this.#options = options;
  }

  /** Nothing runs, waits or is due: a new lane would do as well. */
  get isIdle(): boolean {
    return this.#runCount === 0 && this.#untried.size === 0 && this.#cancelTimer === undefined;
  }

  /** Notes a new entry, and stores it at once, soon or when the last failure is slept off. */
  added(key: string, messageCount: number): void {
    const { maxMessages = 16, idleMs = 30_000 } = this.#options.batch ?? {};
    this.#untried.add(key);
    this.#waitingMessages += messageCount;
    if (this.#isBackingOff) return;
    if (this.#waitingMessages >= maxMessages) void this.drain();
    else this.#wake(idleMs);
  }

  /** Runs alone in this scope. */
  async exclusively<Result>(run: () => Promise<Result>): Promise<Result> {
    this.#runCount += 1;
    const mine = this.#last.then(run).finally(() => {
      this.#runCount -= 1;
    });
    this.#last = mine.catch(() => {
      // Told to whoever asked for it; the next one has its own chance.
    });
    return mine;
  }

  /** Stores what waits, until nothing does or something fails. Never rejects; resolves to what is left. */
  async drain(): Promise<number> {
    return this.exclusively(async () => {
      this.stop();
      this.#waitingMessages = 0;
      try {
        return await this.#storeAll();
      } catch (error) {
        const message = safeMessage({ error, sent: [] });
        notify(this.#options.onEvent, { type: 'journal-failed', message });
        this.#backOff(1);
        return 1;
      }
    });
  }

  /** Calls off what was to happen later. */
  stop(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#isBackingOff = false;
  }

  async #storeAll(): Promise<number> {
    const { journal, batch: { maxMessages = 16 } = {} } = this.#options;
    for (;;) {
      // Each batch is read after the one before it is stored.
      const entries = await journal.pending({ limit: entriesPerRead, scope: this.#scope });
      if (entries.length === 0) return 0;
      const isStored = await this.#store(takeBatch({ entries, maxMessages }));
      if (!isStored) return entries.length;
    }
  }

  async #store(batch: readonly PendingJournalEntry[]): Promise<boolean> {
    const { backend, now, onEvent } = this.#options;
    const [first] = batch;
    const last = batch.at(-1);
    if (first === undefined || last === undefined) return true;
    const startedAtMs = now();
    const messages = messagesOf(batch);
    const isRetry = batch.some(({ key }) => !this.#untried.has(key));
    for (const { key } of batch) this.#untried.delete(key);
    try {
      await backend.add({
        messages,
        scope: this.#scope,
        observedAt: last.observedAt,
        isRetry,
        ...(first.conversation !== undefined && { conversation: first.conversation }),
        ...(first.metadata && { metadata: first.metadata }),
      });
    } catch (error) {
      return this.#failed(
        batch,
        safeMessage({ error, sent: messages.map((each) => each.content) }),
      );
    }
    await Promise.all(batch.map(async ({ key }) => this.#options.journal.ack(key)));
    const counts = { entryCount: batch.length, messageCount: messages.length };
    notify(onEvent, { type: 'stored', ...counts, durationMs: now() - startedAtMs });
    return true;
  }

  /** `true` where the way is free for others: what failed was given up. */
  async #failed(batch: readonly PendingJournalEntry[], message: string): Promise<boolean> {
    const { journal, onEvent, retry: { maxFailures = 8 } = {} } = this.#options;
    const failures = batch.map(({ key, failureCount }) => ({
      key,
      message,
      isRetryable: failureCount + 1 < maxFailures,
    }));
    await Promise.all(failures.map(async (failure) => journal.fail(failure)));
    for (const { key, isRetryable } of failures) {
      if (!isRetryable) notify(onEvent, { type: 'dead', key, message });
    }
    if (failures.every(({ isRetryable }) => !isRetryable)) return true;
    const worst = Math.max(...batch.map(({ failureCount }) => failureCount + 1));
    const retryInMs = this.#backOff(worst);
    notify(onEvent, { type: 'failed', entryCount: batch.length, message, retryInMs });
    return false;
  }

  #backOff(failureCount: number): number {
    const { retry, random } = this.#options;
    const delayMs = retryDelay({ ...retry, failureCount, random });
    this.#wake(delayMs);
    this.#isBackingOff = true;
    return delayMs;
  }

  #wake(delayMs: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#options.schedule(() => void this.drain(), delayMs);
  }
}
