const marker: symbol = Symbol.for('tierwise.store.SqliteVersionError');

export interface SqliteVersionErrorOptions {
  readonly file: string;
  /** The version in the file, and the newest that this package knows. */
  readonly found: number;
  readonly known: number;
}

/** A newer version of this package has written the file; changing it would damage it. */
export class SqliteVersionError extends Error {
  readonly file: string;
  readonly found: number;
  readonly known: number;

  constructor({ file, found, known }: SqliteVersionErrorOptions) {
    super(
      `The database ${file} has version ${found}, and this version of @tierwise/store knows ${known} at most. Update @tierwise/store, or open another file.`,
    );
    this.name = 'SqliteVersionError';
    this.file = file;
    this.found = found;
    this.known = known;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Works across duplicate copies of this package. */
  static isInstance(error: unknown): error is SqliteVersionError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
