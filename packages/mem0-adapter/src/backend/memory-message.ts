/** One message of a conversation, as text; `toMemoryMessages` makes it of messages with parts. */
export interface MemoryMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  /** Names this message: adding one with the same id again stores nothing twice. */
  readonly id?: string;
}
