import type { Endpoint } from '../catalog/endpoint.ts';

const slug = (text: string): string => text.toLowerCase().replace(/[\s.]+/g, '-');

/** Whether a name in `order`, `only` or `ignore` means this endpoint: `novita`, `novita/fp8`, or the display name. */
export function matchesProvider(endpoint: Endpoint, name: string): boolean {
  const wanted = slug(name);
  const tag = endpoint.tag.toLowerCase();
  return tag === wanted || tag.startsWith(`${wanted}/`) || slug(endpoint.provider_name) === wanted;
}
