import type { LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import type { AttemptRecord } from '../report/attempt-record.ts';

/** Keeps what an answer reports about itself, whether it is going to be served or not. */
export function recordResult(record: AttemptRecord, result: LanguageModelV4GenerateResult): void {
  record.usage = result.usage;
  record.finishReason = result.finishReason;
  if (result.providerMetadata !== undefined) record.providerMetadata = result.providerMetadata;
  if (result.response?.modelId !== undefined) record.responseModelId = result.response.modelId;
  if (result.response?.id !== undefined) record.generationId = result.response.id;
}
