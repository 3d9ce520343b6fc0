import type { SharedV4ProviderMetadata } from '@ai-sdk/provider';

/** Adds `extra` to a result's metadata; what the provider wrote under the same name stays beside it. */
export function mergeMetadata(
  metadata: SharedV4ProviderMetadata | undefined,
  extra: SharedV4ProviderMetadata | undefined,
): SharedV4ProviderMetadata | undefined {
  if (extra === undefined || metadata === undefined) return extra ?? metadata;
  const merged: SharedV4ProviderMetadata = { ...metadata };
  for (const [name, value] of Object.entries(extra)) merged[name] = { ...merged[name], ...value };
  return merged;
}
