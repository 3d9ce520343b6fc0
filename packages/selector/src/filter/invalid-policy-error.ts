const MARKER = Symbol.for('tierwise.error.InvalidPolicyError');

/** What is wrong with a policy. */
export interface InvalidPolicyErrorOptions {
  /** The member of the policy that is wrong. */
  readonly key: string;
  readonly reason: string;
}

/** A policy that cannot be followed. Without the error a misspelt member would be ignored, which allows more than was meant. */
export class InvalidPolicyError extends Error {
  readonly key: string;

  constructor({ key, reason }: InvalidPolicyErrorOptions) {
    super(`The policy cannot be followed: ${reason}`);
    Object.defineProperty(this, MARKER, { value: true });
    this.name = 'InvalidPolicyError';
    this.key = key;
  }

  /** Recognises the error across duplicate copies of this package. */
  static isInstance(this: void, error: unknown): error is InvalidPolicyError {
    return typeof error === 'object' && error !== null && MARKER in error;
  }
}
