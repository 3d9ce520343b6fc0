// @boundaries-ignore one build configuration serves all packages
import base from '../../tsdown.config.ts';

export default { ...base, entry: ['src/index.ts', 'src/limit.ts', 'src/plan.ts', 'src/tokens.ts'] };
