import { METADATA } from './attach-metadata.ts';
import type { TierwiseMetadata } from './tierwise-metadata.ts';

/** Errors wrap errors; deeper than this nobody does it on purpose. */
const DEEPEST_CAUSE = 5;

/**
 * A call's story with its type: of a result's `providerMetadata`, which the AI SDK keeps as plain JSON, or of the error of
 * a call that nobody answered, also where the AI SDK wrapped it (`RetryError`, `cause`). `undefined` when there is none, for
 * example because another model answered that `prepareStep` chose.
 */
export function tierwiseMetadata(source: unknown): TierwiseMetadata | undefined {
  const own = member(source, 'tierwise');
  if (isTierwiseMetadata(own)) return own;
  let error: unknown = source;
  for (let depth = 0; depth < DEEPEST_CAUSE && error !== undefined; depth += 1) {
    const attached = member(error, METADATA);
    if (isTierwiseMetadata(attached)) return attached;
    error = member(error, 'lastError') ?? member(error, 'cause');
  }
  return undefined;
}

function member(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** Only this package writes under its name; the check keeps its metadata apart from anything older. */
function isTierwiseMetadata(value: unknown): value is TierwiseMetadata {
  return (
    typeof value === 'object' &&
    value !== null &&
    'callId' in value &&
    'decision' in value &&
    'attempts' in value
  );
}
