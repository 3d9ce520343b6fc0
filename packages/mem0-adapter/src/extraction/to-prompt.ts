import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Mem0Message } from './mem0-llm.ts';

/** Mem0's messages as an AI SDK prompt; a role that the SDK does not know speaks as the user. */
export function toPrompt(messages: readonly Mem0Message[]): LanguageModelV4Prompt {
  return messages.map(toMessage);
}

function toMessage({ role, content }: Mem0Message): LanguageModelV4Message {
  if (role === 'system') return { role, content };
  return { role: role === 'assistant' ? role : 'user', content: [{ type: 'text', text: content }] };
}
