import type { LanguageModelV4Prompt } from '@ai-sdk/provider';

export interface InjectBlockOptions {
  readonly prompt: LanguageModelV4Prompt;
  /** The message that the block goes into. */
  readonly userIndex: number;
  readonly text: string;
}

/**
 * The same prompt with a text before the user's own words. All that stands before the last user
 * message stays as it was, so what a provider has cached of it stays valid.
 */
export function injectBlock({
  prompt,
  userIndex,
  text,
}: InjectBlockOptions): LanguageModelV4Prompt {
  return prompt.map((message, index) =>
    index === userIndex && message.role === 'user'
      ? { ...message, content: [{ type: 'text', text }, ...message.content] }
      : message,
  );
}
