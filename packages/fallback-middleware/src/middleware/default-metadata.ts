import type { JSONObject, SharedV4ProviderMetadata } from '@ai-sdk/provider';
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
  const { providerMetadata: _own, finishReason, ...told } = attempt;
  const reason = finishReason?.raw ?? finishReason?.unified;
  return toJsonObject({ ...told, finishReason: reason });
}
