import { hasMarker, mark } from './marker.ts';

const MARKER = Symbol.for('tierwise.catalog.UnknownModelError');

export interface UnknownModelErrorOptions {
  readonly modelId: string;
  /** The most similar ids of the catalogue, best first. */
  readonly nearestIds: readonly string[];
  /** The day of the catalogue that was asked. */
  readonly asOf: string;
}

/** An id that the catalogue does not list, with the ids that look most like it. */
export class UnknownModelError extends Error {
  override readonly name = 'UnknownModelError';
  readonly modelId: string;
  readonly nearestIds: readonly string[];
  readonly asOf: string;

  constructor({ modelId, nearestIds, asOf }: UnknownModelErrorOptions) {
    const hint = nearestIds.length === 0 ? '' : ` Did you mean ${nearestIds.join(', ')}?`;
    super(
      `The catalogue of ${asOf} lists no model ${JSON.stringify(modelId.slice(0, 200))}.${hint}`,
    );
    mark(this, MARKER);
    this.modelId = modelId;
    this.nearestIds = nearestIds;
    this.asOf = asOf;
  }

  static isInstance(value: unknown): value is UnknownModelError {
    return hasMarker(value, MARKER);
  }
}
