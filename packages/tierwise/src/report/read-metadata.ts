import type { SharedV4ProviderMetadata } from '@ai-sdk/provider';
import type { TierwiseMetadata } from './tierwise-metadata.ts';

/**
 * Reads `providerMetadata.tierwise` with its type, which the AI SDK keeps as plain JSON.
 * `undefined` when another model answered, for example one that `prepareStep` chose.
 */
export function tierwiseMetadata(
  providerMetadata: SharedV4ProviderMetadata | undefined,
): TierwiseMetadata | undefined {
  const metadata = providerMetadata?.['tierwise'];
  // Written by describeOutcome in this package under this very key; the SDK types it as any JSON.
  return metadata as TierwiseMetadata | undefined;
}
