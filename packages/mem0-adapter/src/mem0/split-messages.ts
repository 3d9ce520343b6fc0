import type { MemoryMessage } from '../backend/memory-message.ts';

// About 8,000 tokens: what a small model still reads with care beside Mem0's own 7,600.
const longestAdd = 32_000;

/** Messages in lists of at most 32,000 characters each: Mem0 shortens nothing, whatever the model can take. */
export function splitMessages(messages: readonly MemoryMessage[]): MemoryMessage[][] {
  const lists: MemoryMessage[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const message of messages.flatMap(cut)) {
    if (size + message.content.length > longestAdd) {
      lists.push([]);
      size = 0;
    }
    lists.at(-1)?.push(message);
    size += message.content.length;
  }
  return lists;
}

function cut(message: MemoryMessage): MemoryMessage[] {
  const count = Math.max(1, Math.ceil(message.content.length / longestAdd));
  return Array.from({ length: count }, (_, index) => ({
    ...message,
    content: message.content.slice(index * longestAdd, (index + 1) * longestAdd),
    ...(message.id !== undefined && index > 0 && { id: `${message.id}-${index}` }),
  }));
}
