import { AISDKError } from '@ai-sdk/provider';

const marker: symbol = Symbol.for('tierwise.mem0-adapter.MemoryPendingError');

/** A flush could not store everything. Nothing is lost: it waits in the journal. */
export class MemoryPendingError extends AISDKError {
  readonly pendingCount: number;

  constructor(pendingCount: number) {
    super({
      name: 'MemoryPendingError',
      message: `${pendingCount} ${pendingCount === 1 ? 'entry' : 'entries'} of the journal could not be stored yet and will be tried again; onEvent reports why.`,
    });
    this.pendingCount = pendingCount;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Works across duplicate copies of this package. */
  static override isInstance(error: unknown): error is MemoryPendingError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
