import { hasMarker, mark } from './marker.ts';

const MARKER = Symbol.for('tierwise.catalog.InvalidQueryError');

export interface InvalidQueryErrorOptions {
  /** The part of the query that is wrong. */
  readonly key: string;
  readonly reason: string;
}

/** A query that asks for something `find` does not know; without the error it would find too much or nothing. */
export class InvalidQueryError extends Error {
  override readonly name = 'InvalidQueryError';
  readonly key: string;

  constructor({ key, reason }: InvalidQueryErrorOptions) {
    super(`Wrong query: ${reason}`);
    mark(this, MARKER);
    this.key = key;
  }

  /** Recognises the error across duplicate copies of this package. */
  static isInstance(value: unknown): value is InvalidQueryError {
    return hasMarker(value, MARKER);
  }
}
