/** One message of a conversation, as text. Images and files are not messages here. */
export interface MemoryMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  /** Names this message: adding one with the same id again stores nothing twice. */
  readonly id?: string;
}
