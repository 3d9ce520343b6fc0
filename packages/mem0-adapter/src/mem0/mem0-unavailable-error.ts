import { AISDKError } from '@ai-sdk/provider';

const marker: symbol = Symbol.for('tierwise.mem0-adapter.Mem0UnavailableError');

export interface Mem0UnavailableErrorOptions {
  readonly message: string;
  readonly cause?: unknown;
}

/** `mem0ai/oss` is not installed, does not load, or is a version that this package cannot drive. */
export class Mem0UnavailableError extends AISDKError {
  constructor({ message, cause }: Mem0UnavailableErrorOptions) {
    super({ name: 'Mem0UnavailableError', message, cause });
    Object.defineProperty(this, marker, { value: true });
  }

  /** Works across duplicate copies of this package. */
  static override isInstance(error: unknown): error is Mem0UnavailableError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
