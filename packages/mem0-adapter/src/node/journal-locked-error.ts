import { AISDKError } from '@ai-sdk/provider';

const marker: symbol = Symbol.for('tierwise.mem0-adapter.JournalLockedError');

/** Another process writes this journal: two at once would mix their lines. */
export class JournalLockedError extends AISDKError {
  readonly file: string;
  /** The process that holds it. */
  readonly processId: number;

  constructor(file: string, processId: number) {
    super({
      name: 'JournalLockedError',
      message: `The journal ${file} is in use by process ${processId}. Give each process a file of its own, or remove ${file}.lock if that process is no longer ours.`,
    });
    this.file = file;
    this.processId = processId;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Works across duplicate copies of this package. */
  static override isInstance(error: unknown): error is JournalLockedError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
