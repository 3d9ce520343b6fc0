import { JournalState, type JournalRecord } from './journal-state.ts';
import type { Journal } from './journal.ts';

/** Keeps entries in this process: they outlive a failing model, and not a crash. */
export function createMemoryJournal(): Journal {
  return journalOver(new JournalState(), async () => {});
}

/** A journal that keeps its entries here and writes down each change before it counts as done. */
export function journalOver(
  state: JournalState,
  write: (record: JournalRecord) => Promise<void>,
  close: () => Promise<void> = async () => {},
): Journal {
  const change = async (record: JournalRecord): Promise<void> => {
    state.apply(record);
    await write(record);
  };
  return {
    async append(entry) {
      // Written again although it is known: the first writing may not have reached the disk yet.
      await change({ type: 'append', entry: structuredClone(entry) });
    },
    pending: async (options) => state.pending(options),
    async ack(key) {
      if (state.has(key)) await change({ type: 'ack', key });
    },
    async fail(options) {
      if (state.has(options.key)) await change({ type: 'fail', ...options });
    },
    dead: async ({ limit }) => state.dead(limit),
    async revive(key) {
      if (state.has(key)) await change({ type: 'revive', key });
    },
    close,
  };
}
