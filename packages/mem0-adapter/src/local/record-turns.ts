import { hashText } from '../backend/hash-text.ts';
import type { MemoryAddOptions } from '../backend/memory-backend.ts';
import type { MemoryMessage } from '../backend/memory-message.ts';
import { scopeKey } from '../backend/scope-key.ts';
import type { MemoryRecord } from './memory-record.ts';
import { splitText } from './split-text.ts';

/**
 * What was said (see `readMessages`), as records. An id comes from the message's own id, else from who said what when, so
 * that the same piece added again is the same record.
 */
export async function recordTurns(options: MemoryAddOptions): Promise<MemoryRecord[]> {
  const records = await Promise.all(
    options.messages.map(async (message, index) => recordMessage({ message, index }, options)),
  );
  return records.flat();
}

export function conversationOf(options: MemoryAddOptions): string {
  const { conversation, scope, observedAt } = options;
  return conversation ?? scope.runId ?? observedAt.slice(0, 'YYYY-MM-DD'.length);
}

interface Said {
  readonly message: MemoryMessage;
  readonly index: number;
}

async function recordMessage(said: Said, options: MemoryAddOptions): Promise<MemoryRecord[]> {
  const { scope, observedAt, metadata } = options;
  const id = await idOf(said, options);
  return splitText(said.message.content.trim()).map((text, piece) => ({
    id: piece === 0 ? id : `${id}-${piece}`,
    kind: 'turn',
    text,
    scope,
    conversation: conversationOf(options),
    attributedTo: said.message.role === 'assistant' ? 'assistant' : 'user',
    createdAt: observedAt,
    ...(metadata && { metadata }),
  }));
}

async function idOf({ message, index }: Said, options: MemoryAddOptions): Promise<string> {
  const { id = [options.observedAt, index, message.role, message.content] } = message;
  const name = JSON.stringify([scopeKey(options.scope), conversationOf(options), id]);
  return `turn-${(await hashText(name)).slice(0, 32)}`;
}
