// @boundaries-ignore one build configuration serves all packages
import base from '../../tsdown.config.ts';

export default {
  ...base,
  entry: [
    'src/index.ts',
    'src/calibrate.ts',
    'src/classify.ts',
    'src/learn.ts',
    'src/strategy.ts',
    'src/verify.ts',
  ],
};
