import type { MemoryMessage } from '../backend/memory-message.ts';
import type { JournalEntry } from './journal.ts';

export interface TakeBatchOptions<Entry extends JournalEntry> {
  /** Of one scope, oldest first. */
  readonly entries: readonly Entry[];
  readonly maxMessages: number;
}

export interface Batch<Entry extends JournalEntry> {
  readonly batch: readonly Entry[];
  /** It has room, and nothing stands behind it: what comes next may belong to it. */
  readonly canGrow: boolean;
}

/**
 * The entries at the front that may be added together: of one conversation and one day (a relative
 * date must mean the same in all of them), with the same metadata. At least one, where there is one.
 */
export function takeBatch<Entry extends JournalEntry>({
  entries,
  maxMessages,
}: TakeBatchOptions<Entry>): Batch<Entry> {
  const [first] = entries;
  if (first === undefined) return { batch: [], canGrow: true };
  let messageCount = 0;
  const end = entries.findIndex((entry, index) => {
    messageCount += entry.messages.length;
    return index > 0 && (messageCount > maxMessages || kindOf(entry) !== kindOf(first));
  });
  return end === -1
    ? { batch: entries, canGrow: messageCount < maxMessages }
    : { batch: entries.slice(0, end), canGrow: false };
}

function kindOf({ conversation, observedAt, metadata }: JournalEntry): string {
  return JSON.stringify([conversation, observedAt.slice(0, 'YYYY-MM-DD'.length), metadata]);
}

/** The messages of a batch, each with an id that stays the same in whatever batch it goes out again. */
export function messagesOf(batch: readonly JournalEntry[]): MemoryMessage[] {
  return batch.flatMap(({ key, messages }) =>
    messages.map((message, index) => ({ id: `${key}-${index}`, ...message })),
  );
}
