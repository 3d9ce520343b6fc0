/**
 * In: the content of a call that is not made yet. Out: how many tokens it has and what it will cost, likely and at most.
 * Called by: budgets and context checks before a call. A separate entry, for those who count with a tokenizer of their own.
 */
export {
  estimateCall,
  type CallEstimate,
  type EstimateCallOptions,
} from './estimate/estimate-call.ts';
export { countTextTokens } from './tokens/count-text-tokens.ts';
export {
  createTokenCalibration,
  type FinishedCall,
  type TokenCalibration,
  type TokenCalibrationOptions,
} from './tokens/create-token-calibration.ts';
export {
  estimateTokens,
  type CallContent,
  type EstimateTokensOptions,
  type TokenEstimate,
} from './tokens/estimate-tokens.ts';
