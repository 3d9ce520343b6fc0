import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.ts';

const ENTRIES = {
  'tierwise pricing': "export * from '@tierwise/pricing';",
  'tierwise catalog': "export * from '@tierwise/catalog';",
  'tierwise pricing + catalog':
    "export * from '@tierwise/pricing'; export * from '@tierwise/catalog';",
  'tierwise pricing + catalog, every entry but data':
    "export * from '@tierwise/pricing'; export * from '@tierwise/pricing/plan'; export * from '@tierwise/pricing/tokens'; export * from '@tierwise/catalog'; export * from '@tierwise/catalog/check'; export * from '@tierwise/catalog/endpoints';",
  'tierwise costOf only': "export { costOf } from '@tierwise/pricing';",
  'tierwise snapshot': "export * from '@tierwise/catalog/snapshot';",
  'tierwise history': "export * from '@tierwise/catalog/history';",
  'genai-prices': "export * from '@pydantic/genai-prices';",
  tokenlens: "export * from 'tokenlens';",
} as const;

/** Kilobytes of each entry with everything it needs, minified and gzipped; zod is a peer and stays outside. */
export async function measureSizes(): Promise<Record<string, { readonly 'kB gzipped': number }>> {
  const sizes = await Promise.all(
    Object.entries(ENTRIES).map(async ([name, source]) => {
      const code = await bundle({ source, external: ['zod'] });
      return [name, { 'kB gzipped': Math.round(gzipSync(code).length / 100) / 10 }] as const;
    }),
  );
  return Object.fromEntries(sizes);
}
