/**
 * In: nothing. Out: three dated lists of recommended models, for `checkModels` and as a starting point for pools.
 * Called by: selector, and whoever wants to see how fast such lists go stale. A separate entry: most programs need none.
 */
export { FREE_MODELS } from './presets/free-models.ts';
export { MEMORY_MODELS } from './presets/memory-models.ts';
export type { Preset } from './presets/preset.ts';
export { REPORT_MODELS } from './presets/report-models.ts';
