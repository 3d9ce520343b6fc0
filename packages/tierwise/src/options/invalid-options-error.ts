const MARKER = Symbol.for('tierwise.error.InvalidOptionsError');

interface OptionIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Options that Tierwise cannot use. The message names each key and what is expected of it, never its value. */
export class InvalidOptionsError extends Error {
  constructor({
    where,
    issues,
  }: {
    readonly where: string;
    readonly issues: readonly OptionIssue[];
  }) {
    const lines = issues.map(
      ({ path, message }) => `  - ${[where, ...path.map(String)].join('.')}: ${message}`,
    );
    super([`Tierwise cannot use these options:`, ...lines].join('\n'));
    Object.defineProperty(this, MARKER, { value: true });
    this.name = 'InvalidOptionsError';
  }

  /** Recognises the error across duplicate copies of this package. */
  static isInstance(this: void, error: unknown): error is InvalidOptionsError {
    return typeof error === 'object' && error !== null && MARKER in error;
  }
}
