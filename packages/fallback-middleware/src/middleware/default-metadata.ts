import type { JSONObject, LanguageModelV4Usage, SharedV4ProviderMetadata } from '@ai-sdk/provider';
import type { AttemptReport, CallReport } from '../report/call-report.ts';
import { toJsonObject } from './to-json.ts';

/** The story under `providerMetadata.fallback`: JSON, without the attempts' own provider metadata. */
export function defaultMetadata(report: CallReport): SharedV4ProviderMetadata {
  return {
    fallback: {
      attempts: report.attempts.map(toldAttempt),
      served: report.served?.candidateId ?? null,
    },
  };
}

function toldAttempt(attempt: AttemptReport): JSONObject {
  const { candidateId, outcome, startedAt, durationMs, provider } = attempt;
  const told: JSONObject = { candidateId, outcome, startedAt, durationMs, provider };
  addResult(told, attempt);
  addCircumstances(told, attempt);
  return told;
}

// Name by name instead of rest and spread: every call pays for this.
function addResult(told: JSONObject, attempt: AttemptReport): void {
  const { failure, finishReason, generationId, responseModelId, ttftMs, usage } = attempt;
  if (failure !== undefined) told['failure'] = { ...failure };
  if (ttftMs !== undefined) told['ttftMs'] = ttftMs;
  if (responseModelId !== undefined) told['responseModelId'] = responseModelId;
  if (generationId !== undefined) told['generationId'] = generationId;
  if (usage !== undefined) told['usage'] = toldUsage(usage);
  if (finishReason !== undefined) told['finishReason'] = finishReason.raw ?? finishReason.unified;
}

function addCircumstances(told: JSONObject, attempt: AttemptReport): void {
  const { continuation, hedge, reason, verification } = attempt;
  if (reason !== undefined) told['reason'] = reason;
  if (continuation !== undefined) told['continuation'] = continuation;
  if (hedge !== undefined) told['hedge'] = hedge;
  if (verification !== undefined) told['verification'] = toJsonObject(verification);
}

/** Totals, and the wire's own usage, from which a price can be computed. */
function toldUsage({ inputTokens, outputTokens, raw }: LanguageModelV4Usage): JSONObject {
  const told: JSONObject = {};
  if (inputTokens.total !== undefined) told['inputTokens'] = inputTokens.total;
  if (outputTokens.total !== undefined) told['outputTokens'] = outputTokens.total;
  if (raw !== undefined) told['raw'] = raw;
  return told;
}
