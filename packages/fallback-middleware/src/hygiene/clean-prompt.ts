import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import { cleanAssistantParts } from './clean-assistant-parts.ts';
import { normaliseMediaType } from './normalise-media-type.ts';

/**
 * The prompt as a model of this family may read it: no signatures and encrypted reasoning of another family, no bare
 * media types. Parts nobody stamped are left alone. Returns the same array where there is nothing to do.
 */
export function cleanPrompt(prompt: LanguageModelV4Prompt, family: string): LanguageModelV4Prompt {
  const cleaned = prompt.map((message) => cleanMessage(message, family));
  const kept = cleaned.filter((message) => message !== undefined);
  const unchanged =
    kept.length === prompt.length && kept.every((message, i) => message === prompt[i]);
  return unchanged ? prompt : kept;
}

function cleanMessage(
  message: LanguageModelV4Message,
  family: string,
): LanguageModelV4Message | undefined {
  switch (message.role) {
    case 'assistant': {
      const content = cleanAssistantParts(message.content, family);
      if (content === message.content) return message;
      // A turn that consisted of foreign reasoning says nothing any more; providers refuse empty messages.
      return content.length === 0 ? undefined : { ...message, content };
    }
    case 'user': {
      const content = message.content.map(normaliseMediaType);
      return content.some((part, i) => part !== message.content[i])
        ? { ...message, content }
        : message;
    }
    default:
      return message;
  }
}
