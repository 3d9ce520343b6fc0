import type { ChatMessage, ChatRequest } from '../chat/chat-request.ts';

/** The last message the user wrote. */
export function lastUserMessage(request: ChatRequest): ChatMessage | undefined {
  return request.messages.findLast((message) => message.role === 'user');
}

export function lastUserText(request: ChatRequest): string {
  return lastUserMessage(request)?.text.trim() ?? '';
}

/** What system and developer messages say. */
export function systemText(request: ChatRequest): string {
  return request.messages
    .filter((message) => message.role === 'system' || message.role === 'developer')
    .map((message) => message.text)
    .join('\n');
}

/** Tool results that came after the last message of the user. */
export function freshToolResults(request: ChatRequest): readonly ChatMessage[] {
  const asked = request.messages.findLastIndex((message) => message.role === 'user');
  return request.messages.slice(asked + 1).filter((message) => message.role === 'tool');
}

/** The first `length` characters of a text on one line. */
export function excerpt(text: string, length: number): string {
  const line = Array.from(text.replace(/\s+/g, ' ').trim());
  return line.length <= length ? line.join('') : `${line.slice(0, length).join('')}…`;
}
