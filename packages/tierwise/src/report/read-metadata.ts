import type { JSONObject, SharedV4ProviderMetadata } from '@ai-sdk/provider';
import type { TierwiseMetadata } from './tierwise-metadata.ts';

/**
 * Reads `providerMetadata.tierwise` with its type, which the AI SDK keeps as plain JSON.
 * `undefined` when another model answered, for example one that `prepareStep` chose.
 */
export function tierwiseMetadata(
  providerMetadata: SharedV4ProviderMetadata | undefined,
): TierwiseMetadata | undefined {
  const metadata = providerMetadata?.['tierwise'];
  return isTierwiseMetadata(metadata) ? metadata : undefined;
}

/** Only this package writes under its name; the check tells its metadata from anything older. */
function isTierwiseMetadata(value: JSONObject | undefined): value is TierwiseMetadata {
  return value !== undefined && 'callId' in value && 'decision' in value && 'attempts' in value;
}
