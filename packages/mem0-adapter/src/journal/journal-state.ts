import { scopeKey } from '../backend/scope-key.ts';
import type { JournalEntry, JournalPendingOptions, PendingJournalEntry } from './journal.ts';

/** One thing that happened to a journal. */
export type JournalRecord =
  | { readonly type: 'append'; readonly entry: JournalEntry }
  | { readonly type: 'ack'; readonly key: string }
  | {
      readonly type: 'fail';
      readonly key: string;
      readonly message: string;
      readonly isRetryable: boolean;
    }
  | { readonly type: 'revive'; readonly key: string };

interface HeldEntry {
  readonly entry: PendingJournalEntry;
  readonly isDead: boolean;
}

/** A journal's entries, as the records so far have left them. */
export class JournalState {
  readonly #held = new Map<string, HeldEntry>();

  get size(): number {
    return this.#held.size;
  }

  has(key: string): boolean {
    return this.#held.has(key);
  }

  apply(record: JournalRecord): void {
    if (record.type === 'append') this.#append(record.entry);
    else this.#change(record);
  }

  pending({ limit, scope }: JournalPendingOptions): readonly PendingJournalEntry[] {
    const asked = scope && scopeKey(scope);
    return this.#entries(false)
      .filter((entry) => asked === undefined || scopeKey(entry.scope) === asked)
      .slice(0, limit);
  }

  dead(limit: number): readonly PendingJournalEntry[] {
    return this.#entries(true).slice(0, limit);
  }

  /** The shortest list of records that leads to this state. */
  records(): readonly JournalRecord[] {
    return [...this.#held].flatMap(([key, { entry, isDead }]): JournalRecord[] => {
      const { failureCount, lastFailure: message = '', ...said } = entry;
      const failures = Array.from({ length: failureCount }, (_, index): JournalRecord => {
        const isRetryable = !isDead || index < failureCount - 1;
        return { type: 'fail', key, message, isRetryable };
      });
      return [{ type: 'append', entry: said }, ...failures];
    });
  }

  #append(entry: JournalEntry): void {
    if (this.#held.has(entry.key)) return;
    this.#held.set(entry.key, { entry: { ...entry, failureCount: 0 }, isDead: false });
  }

  #change(record: Exclude<JournalRecord, { readonly type: 'append' }>): void {
    const held = this.#held.get(record.key);
    if (held === undefined) return;
    const { lastFailure: _past, ...entry } = held.entry;
    if (record.type === 'ack') {
      this.#held.delete(record.key);
    } else if (record.type === 'revive') {
      this.#held.set(record.key, { entry: { ...entry, failureCount: 0 }, isDead: false });
    } else {
      const failed = { failureCount: entry.failureCount + 1, lastFailure: record.message };
      this.#held.set(record.key, { entry: { ...entry, ...failed }, isDead: !record.isRetryable });
    }
  }

  #entries(isDead: boolean): PendingJournalEntry[] {
    return [...this.#held.values()]
      .filter((each) => each.isDead === isDead)
      .map((each) => each.entry);
  }
}
