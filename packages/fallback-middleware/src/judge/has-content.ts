import type { LanguageModelV4Content } from '@ai-sdk/provider';

/** Whether a part is something a user or a tool can use. Reasoning and sources alone are no answer. */
export function isAnswerContent(part: LanguageModelV4Content): boolean {
  switch (part.type) {
    case 'text':
      return part.text.trim().length > 0;
    case 'reasoning':
    case 'reasoning-file':
    case 'source':
      return false;
    default:
      // Files, tool calls and results, custom parts and whatever a later release adds.
      return true;
  }
}
