import type { Endpoint } from './endpoint.ts';

const SERVICE_TIERS: readonly string[] = ['fast', 'priority', 'flex', 'scale'];

/** Reads the part of a tag behind the provider: a region (`google-vertex/europe`), a tier (`wafer/fast`), or a quantization. */
export function readTag(tag: string): Pick<Endpoint, 'region' | 'serviceTier'> {
  const detail = tag.split('/')[1] ?? '';
  return { region: regionOf(detail), serviceTier: SERVICE_TIERS.includes(detail) ? detail : null };
}

function regionOf(detail: string): Endpoint['region'] {
  if (/^(eu|europe)(-|$)/.test(detail)) return 'eu';
  if (/^us(-|$)/.test(detail)) return 'us';
  return detail === 'global' ? 'global' : null;
}
