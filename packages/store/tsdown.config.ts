// @boundaries-ignore one build configuration serves all packages
import base from '../../tsdown.config.ts';

export default {
  ...base,
  // Each driver is named, and there is none by default.
  entry: { sqlite: 'src/sqlite.ts', 'tierwise-sqlite-journal': 'src/bin.ts' },
  exports: {
    devExports: '@tierwise/source',
    // A command is run, not imported.
    exclude: ['tierwise-sqlite-journal'],
    bin: { 'tierwise-sqlite-journal': './src/bin.ts' },
    // One entry alone would become the root.
    customExports: ({ '.': sqlite, ...rest }: Record<string, unknown>) => ({
      ...(sqlite !== undefined && { './sqlite': sqlite }),
      ...rest,
    }),
  },
  // The API snapshot names the chunks that entries share: no hash, or every change would change it.
  outputOptions: { chunkFileNames: '[name].js' },
};
