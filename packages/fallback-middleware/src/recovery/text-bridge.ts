import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';

/** Fits a continuation into the text block that a broken stream left open, so that the consumer sees one block. */
export class TextBridge {
  #openId: string | undefined;
  #continuedId: string | undefined;

  /** `openId` is the block that is still open on the consumer's side, if any. */
  constructor(openId: string | undefined) {
    this.#openId = openId;
  }

  /** The part as the consumer is to see it; undefined for what has no place in a continuation. */
  map(part: LanguageModelV4StreamPart): LanguageModelV4StreamPart | undefined {
    switch (part.type) {
      case 'stream-start':
      case 'reasoning-start':
      case 'reasoning-delta':
      case 'reasoning-end':
        return undefined;
      case 'text-start':
        return this.#start(part);
      case 'text-delta':
        return { ...part, id: this.#idOf(part.id) };
      case 'text-end':
        return this.#end(part);
      default:
        return part;
    }
  }

  /** Closes the block when the continuation never did. */
  close(): LanguageModelV4StreamPart[] {
    if (this.#openId === undefined) return [];
    const id = this.#openId;
    this.#openId = undefined;
    return [{ type: 'text-end', id }];
  }

  #start(
    part: Extract<LanguageModelV4StreamPart, { type: 'text-start' }>,
  ): LanguageModelV4StreamPart | undefined {
    if (this.#openId !== undefined && this.#continuedId === undefined) {
      this.#continuedId = part.id;
      return undefined;
    }
    return { ...part, id: this.#idOf(part.id) };
  }

  #end(part: Extract<LanguageModelV4StreamPart, { type: 'text-end' }>): LanguageModelV4StreamPart {
    const id = this.#idOf(part.id);
    if (part.id === this.#continuedId) this.#openId = undefined;
    return { ...part, id };
  }

  // Other blocks get an id of their own, since two models may use the same one.
  #idOf(id: string): string {
    return id === this.#continuedId && this.#openId !== undefined
      ? this.#openId
      : `${id}~continued`;
  }
}
