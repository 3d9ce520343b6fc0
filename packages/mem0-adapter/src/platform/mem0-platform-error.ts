import { AISDKError } from '@ai-sdk/provider';

const marker: symbol = Symbol.for('tierwise.mem0-adapter.Mem0PlatformError');

export interface Mem0PlatformErrorOptions {
  readonly message: string;
  /** HTTP status, where there was an answer. */
  readonly statusCode?: number;
  readonly isRetryable: boolean;
}

/** Mem0's platform did not do what it was asked. Holds neither key nor text. */
export class Mem0PlatformError extends AISDKError {
  readonly statusCode?: number;
  readonly isRetryable: boolean;

  constructor({ message, statusCode, isRetryable }: Mem0PlatformErrorOptions) {
    super({ name: 'Mem0PlatformError', message });
    if (statusCode !== undefined) this.statusCode = statusCode;
    this.isRetryable = isRetryable;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Works across duplicate copies of this package. */
  static override isInstance(error: unknown): error is Mem0PlatformError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
