// @boundaries-ignore one build configuration serves all packages
import base from '../../tsdown.config.ts';

export default {
  ...base,
  entry: [
    'src/index.ts',
    'src/check.ts',
    'src/decimal.ts',
    'src/endpoints.ts',
    'src/snapshot.ts',
    'src/file-cache.ts',
    'src/history.ts',
    'src/presets.ts',
  ],
};
