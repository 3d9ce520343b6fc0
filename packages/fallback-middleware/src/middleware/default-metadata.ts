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
  const { failure, finishReason, providerMetadata: _own, usage, verification, ...plain } = attempt;
  const told: JSONObject = plain;
  if (failure !== undefined) told['failure'] = { ...failure };
  if (usage !== undefined) told['usage'] = toldUsage(usage);
  if (finishReason !== undefined) told['finishReason'] = finishReason.raw ?? finishReason.unified;
  if (verification !== undefined) told['verification'] = toJsonObject(verification);
  return told;
}

/** Totals, and the wire's own usage, from which a price can be computed. */
function toldUsage({ inputTokens, outputTokens, raw }: LanguageModelV4Usage): JSONObject {
  const told: JSONObject = {};
  if (inputTokens.total !== undefined) told['inputTokens'] = inputTokens.total;
  if (outputTokens.total !== undefined) told['outputTokens'] = outputTokens.total;
  if (raw !== undefined) told['raw'] = raw;
  return told;
}
