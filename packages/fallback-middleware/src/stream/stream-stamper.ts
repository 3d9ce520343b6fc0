import type { LanguageModelV4StreamPart, SharedV4ProviderMetadata } from '@ai-sdk/provider';
import { withStamp, type Stamp } from '../hygiene/stamp.ts';

/**
 * Stamps the parts of a stream that come back in the next prompt. The SDK keeps the last metadata it saw for a block,
 * so the stamp on its end must repeat what an earlier part of the block said.
 */
export class StreamStamper {
  readonly #stamp: Stamp | undefined;
  readonly #blocks = new Map<string, SharedV4ProviderMetadata>();

  /** Without a stamp every part passes as it is. */
  constructor(stamp: Stamp | undefined) {
    this.#stamp = stamp;
  }

  stamp(part: LanguageModelV4StreamPart): LanguageModelV4StreamPart {
    if (this.#stamp === undefined) return part;
    switch (part.type) {
      case 'text-start':
      case 'text-delta':
      case 'reasoning-start':
      case 'reasoning-delta':
        if (part.providerMetadata !== undefined) this.#blocks.set(part.id, part.providerMetadata);
        return part;
      case 'text-end':
      case 'reasoning-end': {
        const metadata = part.providerMetadata ?? this.#blocks.get(part.id);
        return { ...part, providerMetadata: withStamp(metadata, this.#stamp) };
      }
      case 'tool-call':
        return { ...part, providerMetadata: withStamp(part.providerMetadata, this.#stamp) };
      default:
        return part;
    }
  }
}
