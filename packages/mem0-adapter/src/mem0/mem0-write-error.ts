import { AISDKError } from '@ai-sdk/provider';

const marker: symbol = Symbol.for('tierwise.mem0-adapter.Mem0WriteError');

export interface Mem0WriteErrorOptions {
  /** The extracted memories that were kept. */
  readonly storedIds: readonly string[];
  /** How many were not. */
  readonly lostCount: number;
  /** The first failure, without the texts. */
  readonly reason: string;
}

/**
 * Memories were extracted and paid for, but could not be embedded or stored. Mem0 by itself answers
 * as if there had been none, or as if they were stored.
 */
export class Mem0WriteError extends AISDKError {
  readonly storedIds: readonly string[];
  readonly storedCount: number;
  readonly lostCount: number;

  constructor({ storedIds, lostCount, reason }: Mem0WriteErrorOptions) {
    super({
      name: 'Mem0WriteError',
      message: `${lostCount} extracted memories could not be stored (${storedIds.length} were): ${reason}. Add the conversation again once the embedder and the vector store answer; exact duplicates are dropped.`,
    });
    this.storedIds = storedIds;
    this.storedCount = storedIds.length;
    this.lostCount = lostCount;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Works across duplicate copies of this package. */
  static override isInstance(error: unknown): error is Mem0WriteError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
