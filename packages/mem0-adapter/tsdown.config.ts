// @boundaries-ignore one build configuration serves all packages
import base from '../../tsdown.config.ts';

export default {
  ...base,
  entry: {
    index: 'src/index.ts',
    evaluate: 'src/evaluate.ts',
    node: 'src/node.ts',
    testing: 'src/testing.ts',
    'tierwise-journal': 'src/bin.ts',
  },
  exports: {
    devExports: '@tierwise/source',
    // A command is run, not imported.
    exclude: ['tierwise-journal'],
    bin: { 'tierwise-journal': './src/bin.ts' },
  },
  // The API snapshot names the chunks that entries share: no hash, or every change would change it.
  outputOptions: { chunkFileNames: '[name].js' },
};
