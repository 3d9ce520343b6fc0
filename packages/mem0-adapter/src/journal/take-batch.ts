import type { MemoryMessage } from '../backend/memory-message.ts';
import type { JournalEntry } from './journal.ts';

export interface TakeBatchOptions<Entry extends JournalEntry> {
  /** Of one scope, oldest first. */
  readonly entries: readonly Entry[];
  readonly maxMessages: number;
}

/**
 * The entries at the front that may be added together: of one conversation and one day (a relative
 * date must mean the same in all of them), with the same metadata. At least one.
 */
export function takeBatch<Entry extends JournalEntry>({
  entries,
  maxMessages,
}: TakeBatchOptions<Entry>): readonly Entry[] {
  const [first] = entries;
  if (first === undefined) return [];
  let messageCount = 0;
  const end = entries.findIndex((entry, index) => {
    messageCount += entry.messages.length;
    return index > 0 && (messageCount > maxMessages || kindOf(entry) !== kindOf(first));
  });
  return end === -1 ? entries : entries.slice(0, end);
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
