import { AISDKError } from '@ai-sdk/provider';
import { isMarked, mark } from './error-marker.ts';

const errorName = 'FallbackOptionsError';

/** What {@link FallbackOptionsError} is made of. */
export interface FallbackOptionsErrorOptions {
  readonly path: string;
  readonly expected: string;
  /** Only its type is told: the value could be a secret in the wrong place. */
  readonly received: unknown;
}

/** An option cannot be used: names the option, what it takes and the type that came. */
export class FallbackOptionsError extends AISDKError {
  readonly path: string;

  constructor({ path, expected, received }: FallbackOptionsErrorOptions) {
    super({
      name: errorName,
      message: `fallback: option "${path}" must be ${expected}, but is ${describeType(received)}.`,
    });
    mark(this, errorName);
    this.path = path;
  }

  /** Works across duplicate installations of this package, unlike `instanceof`. */
  static override isInstance(error: unknown): error is FallbackOptionsError {
    return isMarked(error, errorName);
  }
}

function describeType(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isNaN(value) ? 'NaN' : `the number ${value}`;
  return Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
}
