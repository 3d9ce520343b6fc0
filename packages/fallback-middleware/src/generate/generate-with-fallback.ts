import type { LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import type { Attempt } from '../chain/attempt.ts';
import { JudgedFailure } from '../chain/judged-failure.ts';
import { isPending, type MaybePromise } from '../chain/pending.ts';
import type { Answered } from '../chain/run-call.ts';
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
import { assessAnswer, isAssessed } from '../language/assess-answer.ts';
import { prepareCall, type PreparedCall } from '../language/prepared-call.ts';
import { stampContent } from '../hygiene/stamp-content.ts';
import { rememberPin } from '../stickiness/remember-pin.ts';
import { toAttemptReport } from '../report/attempt-record.ts';
import { emit } from '../report/emit.ts';
import { toldMetadata } from '../report/told-metadata.ts';
import { answerOf } from './answer-of.ts';
import { judgeGenerateResult } from './judge-generate-result.ts';
import { recordResult } from './record-result.ts';

/**
 * One answer over an ordered list of candidates. The result's content is exactly one candidate's.
 * @throws FallbackExhaustedError when none answered; the caller's own reason after an abort.
 */
export async function generateWithFallback(
  input: FallbackCall,
): Promise<LanguageModelV4GenerateResult> {
  return generatePlanned(() => prepareCall(input));
}

/** The same for a call that somebody else prepares; what `prepare` throws rejects. */
export async function generatePlanned(
  prepare: () => MaybePromise<PreparedCall>,
): Promise<LanguageModelV4GenerateResult> {
  const input = prepare();
  const prepared = isPending(input) ? await input : input;
  const started = createLanguageCall(prepared, 'generate');
  const call = isPending(started) ? await started : started;
  try {
    const { attempt, result } = await runChain(call.chain, {
      perform: (begun) => generateAttempt(call, begun),
    });
    settleAttempt(call.chain, attempt, { outcome: 'served' });
    endCall(call);
    rememberPin(call, attempt.candidate.id);
    return served(call, attempt.candidate, result);
  } catch (error) {
    endCall(call, error);
    throw error;
  }
}

async function generateAttempt(
  call: LanguageCall,
  attempt: Attempt<LanguageCandidate>,
): Promise<Answered<LanguageCandidate, LanguageModelV4GenerateResult>> {
  const { candidate } = attempt;
  attempt.startDeadline('attempt', call.chain.options.attemptTimeoutMs);
  const params = paramsFor(call, candidate, attempt.signal);
  const result = await attempt.guard(candidate.model.doGenerate(params), (late) =>
    tellLateAnswer(call, attempt, late),
  );
  recordResult(attempt.record, result);
  let failure = judgeGenerateResult(result, params, candidate.model.provider);
  if (isAssessed(call)) failure ??= await assessAnswer(call, attempt, answerOf(result, params));
  if (failure !== undefined) throw new JudgedFailure(failure);
  return { attempt, result };
}

function tellLateAnswer(
  { chain }: LanguageCall,
  { record }: Attempt<LanguageCandidate>,
  result: LanguageModelV4GenerateResult,
): void {
  const { clock, events } = chain.options;
  recordResult(record, result);
  if (events.onLateAnswer === undefined) return;
  const attempt = toAttemptReport(record, clock);
  emit(events, 'onLateAnswer', () => events.onLateAnswer?.({ attempt }));
}

/** The candidate's answer as the caller gets it: stamped, with the story, and with the name of the model. */
function served(
  call: LanguageCall,
  { model, stamp }: LanguageCandidate,
  result: LanguageModelV4GenerateResult,
): LanguageModelV4GenerateResult {
  const { hygiene, metadata } = call.input;
  const content = hygiene === false ? result.content : stampContent(result.content, stamp);
  const response = named(result.response, model.modelId);
  const providerMetadata = toldMetadata(call.chain, metadata, result.providerMetadata);
  return providerMetadata === undefined
    ? { ...result, content, response }
    : { ...result, content, response, providerMetadata };
}

type ResponseInfo = NonNullable<LanguageModelV4GenerateResult['response']>;

/** Where a provider reports no model id, the candidate's own is the truth, not the wrapper's. */
function named(response: ResponseInfo | undefined, modelId: string): ResponseInfo {
  return response?.modelId === undefined ? { ...response, modelId } : response;
}
