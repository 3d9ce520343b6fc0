import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import { cleanAssistantParts } from './clean-assistant-parts.ts';
import { normaliseMediaType } from './normalise-media-type.ts';

/**
 * The prompt as a model of this family may read it: no signatures and encrypted reasoning of another family, no bare
 * media types. Parts nobody stamped are left alone. Returns the same array where there is nothing to do.
 */
export function cleanPrompt(prompt: LanguageModelV4Prompt, family: string): LanguageModelV4Prompt {
  let changed: LanguageModelV4Message[] | undefined;
  for (const [index, message] of prompt.entries()) {
    const cleaned = cleanMessage(message, family);
    if (cleaned !== message) changed ??= prompt.slice(0, index);
    if (cleaned !== undefined) changed?.push(cleaned);
  }
  return changed ?? prompt;
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
      const bare = message.content.some((part) => normaliseMediaType(part) !== part);
      return bare ? { ...message, content: message.content.map(normaliseMediaType) } : message;
    }
    default:
      return message;
  }
}
