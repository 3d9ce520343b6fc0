import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.ts';

const PROGRAMS = {
  'tierwise pricing': "export * from '@tierwise/pricing';",
  'tierwise pricing, catalog and snapshot, read':
    "export * from '@tierwise/pricing'; export * from '@tierwise/catalog'; import { bundledCatalog } from '@tierwise/catalog/snapshot'; export const catalog = bundledCatalog();",
  'genai-prices': "export * from '@pydantic/genai-prices';",
  tokenlens: "export * from 'tokenlens';",
} as const;

const RUNS = 7;

/** Milliseconds to import each library, bundled with all it needs, in a fresh process: the median of several. */
export async function measureImports(): Promise<Record<string, { readonly 'import ms': number }>> {
  const folder = await mkdtemp(join(tmpdir(), 'tierwise-bench-'));
  try {
    const times: [string, { 'import ms': number }][] = [];
    for (const [name, source] of Object.entries(PROGRAMS)) {
      const file = join(folder, `${times.length}.mjs`);
      await writeFile(file, await bundle({ source }));
      times.push([name, { 'import ms': medianOf(file) }]);
    }
    return Object.fromEntries(times);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function medianOf(file: string): number {
  const times = Array.from({ length: RUNS }, () => millisecondsOf(file)).toSorted((a, b) => a - b);
  return times[Math.floor(RUNS / 2)] ?? Number.NaN;
}

function millisecondsOf(file: string): number {
  const url = JSON.stringify(pathToFileURL(file).href);
  const script = `const start = performance.now(); await import(${url}); console.log(performance.now() - start);`;
  const text = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  return Math.round(Number(text) * 10) / 10;
}
