import type { FailureClass } from './failure-class.ts';
import { readProperty, readString } from './safe-read.ts';

// openrouter-api: `error.availability.code`. Codes may be added, so `retryable` decides for unknown ones.
const classes: ReadonlyMap<string, FailureClass> = new Map([
  ['model_not_found', 'model-gone'],
  ['wrong_endpoint', 'unsupported'],
  ['no_endpoints', 'no-endpoint'],
  ['model_deprecated', 'model-gone'],
  ['model_unavailable_upstream', 'model-gone'],
  ['free_variant_ended', 'free-variant-ended'],
  ['privacy_restricted', 'no-endpoint'],
  ['constraint_filtered', 'no-endpoint'],
  ['capacity_exhausted', 'overloaded'],
  ['temporarily_unavailable', 'overloaded'],
  ['region_restricted', 'no-endpoint'],
]);

/** The class that OpenRouter's `error.availability` states, else undefined. */
export function classByAvailability(availability: object | undefined): FailureClass | undefined {
  if (availability === undefined) return undefined;
  const known = classes.get(readString(availability, 'code') ?? '');
  if (known !== undefined) return known;
  const retryable = readProperty(availability, 'retryable');
  if (typeof retryable !== 'boolean') return undefined;
  return retryable ? 'overloaded' : 'no-endpoint';
}
