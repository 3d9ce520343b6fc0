import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';

/**
 * Whether a part is output: the rule by which the AI SDK itself tells content from preamble
 * (ai 7.0.173, src/generate-text/is-output-chunk.ts). Unknown parts are not.
 */
export function isOutputPart(part: LanguageModelV4StreamPart): boolean {
  switch (part.type) {
    case 'text-delta':
    case 'reasoning-delta':
    case 'tool-input-delta':
      return part.delta.length > 0;
    case 'file':
    case 'reasoning-file':
    case 'tool-call':
      return true;
    default:
      return false;
  }
}
