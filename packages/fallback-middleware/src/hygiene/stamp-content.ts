import type { LanguageModelV4Content } from '@ai-sdk/provider';
import { withStamp, type Stamp } from './stamp.ts';

/** The parts that come back in the next prompt, each with the name of who produced it. */
export function stampContent(
  content: readonly LanguageModelV4Content[],
  stamp: Stamp,
): LanguageModelV4Content[] {
  return content.map((part) => {
    switch (part.type) {
      case 'text':
      case 'reasoning':
      case 'tool-call':
        return { ...part, providerMetadata: withStamp(part.providerMetadata, stamp) };
      default:
        return part;
    }
  });
}
