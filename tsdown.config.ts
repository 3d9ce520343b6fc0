import { defineConfig } from 'tsdown';
import { apiSnapshot } from './scripts/api-snapshot.ts';

/** Every package builds with this: ESM only, declarations, package checks and an API snapshot. */
export default defineConfig({
  entry: 'src/index.ts',
  platform: 'neutral',
  deps: { neverBundle: [/^node:/] },
  dts: true,
  publint: true,
  attw: { profile: 'esm-only', level: 'error' },
  exports: { devExports: '@tierwise/source' },
  plugins: [apiSnapshot()],
});
