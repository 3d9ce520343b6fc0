import type {
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';

export const stop: LanguageModelV4FinishReason = { unified: 'stop', raw: 'stop' };

export function usage(input = 3, output = 5): LanguageModelV4Usage {
  return {
    inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: output, text: output, reasoning: 0 },
    raw: { prompt_tokens: input, completion_tokens: output },
  };
}

export function generated(
  content: LanguageModelV4Content[],
  finishReason: LanguageModelV4FinishReason = stop,
): LanguageModelV4GenerateResult {
  return { content, finishReason, usage: usage(), warnings: [] };
}

export function answer(text: string): LanguageModelV4GenerateResult {
  return generated([{ type: 'text', text }]);
}

export function finish(
  finishReason: LanguageModelV4FinishReason = stop,
): LanguageModelV4StreamPart {
  return { type: 'finish', finishReason, usage: usage() };
}

export function preamble(modelId?: string): LanguageModelV4StreamPart[] {
  return [
    { type: 'stream-start', warnings: [] },
    {
      type: 'response-metadata',
      id: `gen-${modelId}`,
      ...(modelId === undefined ? {} : { modelId }),
    },
  ];
}

export function textParts(...deltas: string[]): LanguageModelV4StreamPart[] {
  return [
    { type: 'text-start', id: 't' },
    ...deltas.map((delta): LanguageModelV4StreamPart => ({ type: 'text-delta', id: 't', delta })),
    { type: 'text-end', id: 't' },
  ];
}

export function streamed(modelId: string, ...deltas: string[]): LanguageModelV4StreamPart[] {
  return [...preamble(modelId), ...textParts(...deltas), finish()];
}
