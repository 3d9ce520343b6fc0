import { AISDKError } from '@ai-sdk/provider';

const marker: symbol = Symbol.for('tierwise.mem0-adapter.JournalLockedError');

export interface JournalLockedErrorOptions {
  readonly file: string;
  /** The file that says who holds it. */
  readonly lock: string;
  readonly processId: number;
  readonly host: string;
  /** It is this very process. */
  readonly isOwn: boolean;
}

/** This journal is open already, mostly in another process: two at once would mix their lines. */
export class JournalLockedError extends AISDKError {
  readonly file: string;
  /** The process that holds it. */
  readonly processId: number;
  /** The machine or container that it runs on. */
  readonly host: string;

  constructor({ file, lock, processId, host, isOwn }: JournalLockedErrorOptions) {
    super({
      name: 'JournalLockedError',
      message: isOwn
        ? `The journal ${file} is already open here, in process ${processId}: share that one, or close() it first.`
        : `The journal ${file} is in use by process ${processId} on ${host}. Stop that process, or give each one a file of its own; if it is gone, remove ${lock} and open the journal again.`,
    });
    this.file = file;
    this.processId = processId;
    this.host = host;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Works across duplicate copies of this package. */
  static override isInstance(error: unknown): error is JournalLockedError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
