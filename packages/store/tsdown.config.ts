// @boundaries-ignore one build configuration serves all packages
import base from '../../tsdown.config.ts';

export default {
  ...base,
  entry: { sqlite: 'src/sqlite.ts' },
  exports: {
    devExports: '@tierwise/source',
    // One entry alone would become the root: each driver is named, and there is none by default.
    customExports: ({ '.': sqlite, ...rest }: Record<string, unknown>) => ({
      './sqlite': sqlite,
      ...rest,
    }),
  },
};
