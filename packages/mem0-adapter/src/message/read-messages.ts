import { InvalidArgumentError } from '@ai-sdk/provider';
import { textWithoutData } from './part-to-text.ts';
import type { MemoryMessage } from '../backend/memory-message.ts';

/**
 * What was said of messages from outside: without instructions, without blank ones, and without pictures
 * written out in the text, which become marks.
 *
 * @throws InvalidArgumentError where a content is no text.
 */
export function readMessages(messages: readonly MemoryMessage[]): MemoryMessage[] {
  return messages
    .map((message) => ({ ...message, content: textWithoutData(readContent(message)).text }))
    .filter(({ role, content }) => role !== 'system' && content.trim() !== '');
}

function readContent({ content }: { readonly content: unknown }): string {
  if (typeof content === 'string') return content;
  const type = Array.isArray(content) ? 'a list of parts' : typeof content;
  throw new InvalidArgumentError({
    argument: 'messages',
    message: `A message's \`content\` is ${type} and must be a text: toMemoryMessages(messages) makes it one.`,
  });
}
