import base from '../../tsdown.config.ts';
import { defineConfig } from 'tsdown';

/** As every package, with a second entry for Node. */
export default defineConfig({
  ...base,
  entry: { index: 'src/index.ts', node: 'src/node/index.ts' },
  // The API snapshot names the chunk that both entries share: no hash, or every change would change it.
  outputOptions: { chunkFileNames: '[name].js' },
});
