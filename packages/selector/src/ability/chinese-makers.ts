/**
 * Makers whose models are trained on Chinese first, as the seed lists and the makers' own cards say (read 2026-11). Data,
 * not a rule: it lifts a model a little for Chinese calls and excludes nobody.
 */
export const CHINESE_MAKERS: ReadonlySet<string> = new Set([
  'baidu',
  'bytedance',
  'bytedance-seed',
  'deepseek',
  'minimax',
  'moonshotai',
  'qwen',
  'stepfun',
  'tencent',
  'tngtech',
  'xiaomi',
  'z-ai',
]);

/** The lift in points of the intelligence index: half the error of the imputation, so that it decides ties, not levels. */
export const CHINESE_LIFT_POINTS = 3;
