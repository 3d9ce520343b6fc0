import type { Tombstone } from '../tombstone/tombstone.ts';
import { hasMarker, mark } from './marker.ts';

const MARKER = Symbol.for('tierwise.catalog.UnknownModelError');

export interface UnknownModelErrorOptions {
  readonly modelId: string;
  /** The most similar ids of the catalogue, best first. */
  readonly nearestIds: readonly string[];
  /** What is known of a model that existed and is gone. */
  readonly tombstone?: Tombstone | null;
  /** The day of the catalogue that was asked. */
  readonly asOf: string;
}

/** An id that the catalogue does not list, with the ids that look most like it. */
export class UnknownModelError extends Error {
  override readonly name = 'UnknownModelError';
  readonly modelId: string;
  readonly nearestIds: readonly string[];
  readonly tombstone: Tombstone | null;
  readonly asOf: string;

  constructor({ modelId, nearestIds, tombstone = null, asOf }: UnknownModelErrorOptions) {
    const name = JSON.stringify(modelId.slice(0, 200));
    super(
      `The catalogue of ${asOf} lists no model ${name}.${goneHint(tombstone)}${nearHint(nearestIds)}`,
    );
    mark(this, MARKER);
    this.modelId = modelId;
    this.nearestIds = nearestIds;
    this.tombstone = tombstone;
    this.asOf = asOf;
  }

  static isInstance(value: unknown): value is UnknownModelError {
    return hasMarker(value, MARKER);
  }
}

function goneHint(tombstone: Tombstone | null): string {
  if (tombstone === null) return '';
  const { lastSeenOn, successor } = tombstone;
  return ` It is gone, last seen on ${lastSeenOn}${successor === null ? '' : `; look at ${successor}`}.`;
}

function nearHint(nearestIds: readonly string[]): string {
  return nearestIds.length === 0 ? '' : ` Did you mean ${nearestIds.join(', ')}?`;
}
