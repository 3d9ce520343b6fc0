import type { MemoryMessage } from '../backend/memory-message.ts';
import { notify } from '../call/notify.ts';
import type { MediaKind } from './part-to-text.ts';
import { textOfContent } from './text-of-content.ts';

/** A message whose content may be parts, such as the AI SDK's `ModelMessage`. */
export interface MessageWithParts {
  readonly role: string;
  readonly content: string | object;
  readonly id?: string;
}

/** What to report of the conversion. */
export interface ToMemoryMessagesOptions {
  /** Called once, where images or files became marks: what they show is not remembered. */
  readonly onMediaOmitted?: (kinds: readonly MediaKind[]) => void;
}

/**
 * Messages of the AI SDK, OpenAI or Mem0 as what a memory takes: text. What a tool gave back is named by
 * the assistant; an image or a file is a mark with its name, such as `[image: cat.png]`, never its
 * content. Messages without words are left out.
 *
 * @example memory.add({ scope, observedAt, messages: toMemoryMessages(response.messages) })
 */
export function toMemoryMessages(
  messages: readonly MessageWithParts[],
  { onMediaOmitted }: ToMemoryMessagesOptions = {},
): MemoryMessage[] {
  const omitted: MediaKind[] = [];
  const texts = messages.map(({ role, content, id }): MemoryMessage => {
    const { text, omitted: kinds } = textOfContent(content);
    omitted.push(...kinds);
    return { role: roleOf(role), content: text, ...(id !== undefined && { id }) };
  });
  if (omitted.length > 0) notify(onMediaOmitted, omitted);
  return texts.filter(({ content }) => content.trim() !== '');
}

function roleOf(role: string): MemoryMessage['role'] {
  if (role === 'system' || role === 'user') return role;
  return role === 'tool' || role === 'assistant' ? 'assistant' : 'user';
}
