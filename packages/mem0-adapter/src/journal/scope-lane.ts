import type { MemoryScope } from '../backend/memory-scope.ts';
import { scopeKey } from '../backend/scope-key.ts';
import { notify } from '../call/notify.ts';
import { safeMessage } from '../call/safe-message.ts';
import type { DurableMemoryOptions } from './durable-memory-options.ts';
import type { JournalEntry } from './journal.ts';
import { retryDelay } from './retry-delay.ts';
import { storeBatch, type StoreBatchOptions } from './store-batch.ts';
import { takeBatch } from './take-batch.ts';
import { withLease } from './with-lease.ts';

export type LaneOptions = Required<Pick<DurableMemoryOptions, 'random' | 'now' | 'schedule'>> &
  DurableMemoryOptions;

// More than a batch, so that entries of several conversations find their way in one read.
const entriesPerRead = 100;

export interface DrainOptions {
  /** Default: false, what is there goes out. */
  readonly onlyFull?: boolean;
}

interface StoreAllOptions extends DrainOptions {
  readonly assertHeld: () => Promise<void>;
}

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
  #isStopped = false;
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
    if (this.#waitingMessages >= maxMessages) void this.drain({ onlyFull: true });
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

  /** Takes entries of this scope out of the journal; those of other scopes are let be. */
  async forget(entries: readonly JournalEntry[]): Promise<void> {
    const { journal } = this.#options;
    const mine = entries.filter(({ scope }) => scopeKey(scope) === scopeKey(this.#scope));
    const run = async (): Promise<void> => {
      await Promise.all(mine.map(async ({ key }) => journal.ack(key)));
    };
    await this.exclusively(async () => withLease({ journal, scope: this.#scope, run }));
  }

  /**
   * Stores what waits, until nothing does or something fails; or full batches only, so that what was said
   * meanwhile waits for more. Never rejects; resolves to what is left.
   */
  async drain(options: DrainOptions = {}): Promise<number> {
    const { journal } = this.#options;
    const run = async (assertHeld: () => Promise<void>): Promise<number> =>
      this.#storeAll({ ...options, assertHeld });
    return this.exclusively(async () => {
      try {
        return await withLease({ journal, scope: this.#scope, run });
      } catch (error) {
        const message = safeMessage({ error, sent: [] });
        notify(this.#options.onEvent, { type: 'journal-failed', message });
        this.#backOff(1);
        return 1;
      }
    });
  }

  /** Calls off what was to happen later, for good: the journal is being closed. */
  stop(): void {
    this.#isStopped = true;
    this.#sleep();
  }

  #sleep(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#isBackingOff = false;
  }

  async #storeAll({ onlyFull = false, assertHeld }: StoreAllOptions): Promise<number> {
    const { journal, batch: { maxMessages = 16, idleMs = 30_000 } = {} } = this.#options;
    this.#sleep();
    this.#waitingMessages = 0;
    for (;;) {
      await assertHeld();
      // Each batch is read after the one before it is stored.
      const entries = await journal.pending({ limit: entriesPerRead, scope: this.#scope });
      const { batch, canGrow } = takeBatch({ entries, maxMessages });
      const [first, ...others] = batch;
      if (first === undefined) {
        // Another process may have stored what this one appended.
        this.#untried.clear();
        return 0;
      }
      if (onlyFull && canGrow) {
        this.#waitingMessages = batch.reduce((sum, { messages }) => sum + messages.length, 0);
        this.#wake(idleMs);
        return entries.length;
      }
      const isFree = await this.#store([first, ...others]);
      if (!isFree) return entries.length;
    }
  }

  /** Whether the way is free for the next batch. */
  async #store(batch: StoreBatchOptions['batch']): Promise<boolean> {
    const { journal, onEvent } = this.#options;
    // Of a shared journal another process may have tried any entry, and died.
    const isRetry = journal.lease !== undefined || batch.some(({ key }) => !this.#untried.has(key));
    for (const { key } of batch) this.#untried.delete(key);
    const outcome = await storeBatch({
      batch,
      scope: this.#scope,
      isRetry,
      options: this.#options,
    });
    if (outcome.type !== 'failed') return true;
    const { message, failureCount } = outcome;
    const retryInMs = this.#backOff(failureCount);
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
    if (this.#isStopped) return;
    this.#cancelTimer?.();
    this.#cancelTimer = this.#options.schedule(() => void this.drain(), delayMs);
  }
}
