// @boundaries-ignore one build configuration serves all packages
import base from '../../tsdown.config.ts';

export default {
  ...base,
  entry: ['src/index.ts', 'src/testing.ts'],
  // The API snapshot names the chunks that entries share: no hash, or every change would change it.
  outputOptions: { chunkFileNames: '[name].js' },
};
