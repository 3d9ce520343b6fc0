// @boundaries-ignore one build configuration serves all packages
import base from '../../tsdown.config.ts';

/** As every package, with a second entry for Node. */
export default {
  ...base,
  entry: { index: 'src/index.ts', node: 'src/node/index.ts' },
  // The API snapshot names the chunk that both entries share: no hash, or every change would change it.
  outputOptions: { chunkFileNames: '[name].js' },
};
