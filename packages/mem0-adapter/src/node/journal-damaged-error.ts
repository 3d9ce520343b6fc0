import { AISDKError } from '@ai-sdk/provider';

const marker: symbol = Symbol.for('tierwise.mem0-adapter.JournalDamagedError');

export interface JournalDamagedErrorOptions {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A journal file holds a line that is no record, and opening it would lose that conversation unseen. */
export class JournalDamagedError extends AISDKError {
  readonly file: string;
  readonly line: number;

  constructor({ file, line }: JournalDamagedErrorOptions) {
    super({
      name: 'JournalDamagedError',
      message: `Line ${line} of the journal ${file} cannot be read. Mend or remove that line, then open the journal again; the other lines are untouched.`,
    });
    this.file = file;
    this.line = line;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Works across duplicate copies of this package. */
  static override isInstance(error: unknown): error is JournalDamagedError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
