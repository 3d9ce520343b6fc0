import { hasMarker, mark } from './marker.ts';

const MARKER = Symbol.for('tierwise.catalog.InvalidCatalogError');

export interface InvalidCatalogErrorOptions {
  readonly reason: string;
  readonly cause?: unknown;
}

/** A body that is no catalogue at all, so there is nothing to serve from it. Keep the catalogue you have. */
export class InvalidCatalogError extends Error {
  override readonly name = 'InvalidCatalogError';

  constructor({ reason, cause }: InvalidCatalogErrorOptions) {
    super(`This is no catalogue: ${reason}. Expected the body of GET /models, { data: [...] }.`, {
      cause,
    });
    mark(this, MARKER);
  }

  static isInstance(value: unknown): value is InvalidCatalogError {
    return hasMarker(value, MARKER);
  }
}
