import type { LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import type { Attempt } from '../chain/attempt.ts';
import { reportOf } from '../chain/chain-call.ts';
import { JudgedFailure } from '../chain/judged-failure.ts';
import { runChain } from '../chain/run-chain.ts';
import { settleAttempt } from '../chain/settle-attempt.ts';
import {
  createLanguageCall,
  endCall,
  paramsFor,
  type LanguageCall,
} from '../language/language-call.ts';
import type { LanguageCandidate } from '../language/language-candidate.ts';
import type { FallbackCall } from '../language/language-options.ts';
import { mergeMetadata } from '../report/merge-metadata.ts';
import { judgeGenerateResult } from './judge-generate-result.ts';
import { recordResult } from './record-result.ts';

/**
 * One answer over an ordered list of candidates. The result's content is exactly one candidate's.
 * @throws FallbackExhaustedError when none answered; the caller's own reason after an abort.
 */
export async function generateWithFallback(
  input: FallbackCall,
): Promise<LanguageModelV4GenerateResult> {
  const call = createLanguageCall(input);
  try {
    const result = await runChain(call.chain, (attempt) => generateAttempt(call, attempt));
    endCall(call);
    return withStory(call, result);
  } catch (error) {
    endCall(call, error);
    throw error;
  }
}

async function generateAttempt(
  call: LanguageCall,
  attempt: Attempt<LanguageCandidate>,
): Promise<LanguageModelV4GenerateResult> {
  const { candidate } = attempt;
  attempt.setDeadline('attempt', call.chain.options.attemptTimeoutMs);
  const params = paramsFor(call, candidate, attempt.signal);
  const result = await attempt.guard(() => candidate.model.doGenerate(params));
  recordResult(attempt.record, result);
  const failure = judgeGenerateResult(result, params, candidate.model.provider);
  if (failure !== undefined) throw new JudgedFailure(failure);
  settleAttempt(call.chain, attempt, { outcome: 'served' });
  return withModelId(result, candidate.model.modelId);
}

/** Where a provider reports no model id, the candidate's own is the truth, not the wrapper's. */
function withModelId(
  result: LanguageModelV4GenerateResult,
  modelId: string,
): LanguageModelV4GenerateResult {
  return result.response?.modelId === undefined
    ? { ...result, response: { ...result.response, modelId } }
    : result;
}

function withStory(
  call: LanguageCall,
  result: LanguageModelV4GenerateResult,
): LanguageModelV4GenerateResult {
  const told = call.input.metadata?.(reportOf(call.chain));
  const providerMetadata = mergeMetadata(result.providerMetadata, told);
  return providerMetadata === undefined ? result : { ...result, providerMetadata };
}
