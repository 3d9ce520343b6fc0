import { AISDKError } from '@ai-sdk/provider';

const marker: symbol = Symbol.for('tierwise.mem0-adapter.Mem0WriteError');

export interface Mem0WriteErrorOptions {
  /** How many extracted memories were kept, and how many were not. */
  readonly storedCount: number;
  readonly lostCount: number;
  /** The first failure, told without the texts. */
  readonly reason: string;
}

/**
 * Memories were extracted and paid for, but could not be embedded or stored. Mem0 by itself answers
 * as if there had been none, or as if they were stored.
 */
export class Mem0WriteError extends AISDKError {
  readonly storedCount: number;
  readonly lostCount: number;

  constructor({ storedCount, lostCount, reason }: Mem0WriteErrorOptions) {
    super({
      name: 'Mem0WriteError',
      message: `${lostCount} extracted memories could not be stored (${storedCount} were): ${reason}. Add the conversation again once the embedder and the vector store answer; Mem0 drops exact duplicates.`,
    });
    this.storedCount = storedCount;
    this.lostCount = lostCount;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Works across duplicate copies of this package. */
  static override isInstance(error: unknown): error is Mem0WriteError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
