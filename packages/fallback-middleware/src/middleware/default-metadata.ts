import type { JSONObject, SharedV4ProviderMetadata } from '@ai-sdk/provider';
import type { AttemptReport, CallReport } from '../report/call-report.ts';

/** The story under `providerMetadata.fallback`: JSON, without the attempts' own provider metadata. */
export function defaultMetadata(report: CallReport): SharedV4ProviderMetadata {
  return {
    fallback: {
      attempts: report.attempts.map(toJson),
      served: report.served?.candidateId ?? null,
    },
  };
}

function toJson(attempt: AttemptReport): JSONObject {
  const { failure, usage, finishReason, verification, providerMetadata: _own, ...plain } = attempt;
  return {
    ...plain,
    ...(failure === undefined ? {} : { failure: { ...failure } }),
    ...(usage === undefined ? {} : { usage: withoutUndefined(usage) }),
    ...(verification === undefined ? {} : { verification: withoutUndefined(verification) }),
    ...(finishReason === undefined
      ? {}
      : { finishReason: finishReason.raw ?? finishReason.unified }),
  };
}

/** Metadata must be JSON, where undefined does not exist. */
function withoutUndefined(value: object): JSONObject {
  const plain: JSONObject = JSON.parse(JSON.stringify(value));
  return plain;
}
