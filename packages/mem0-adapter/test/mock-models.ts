import {
  APICallError,
  type LanguageModelV4CallOptions,
  type LanguageModelV4GenerateResult,
} from '@ai-sdk/provider';
import { MockLanguageModelV4 } from 'ai/test';

export interface AnsweringModelOptions {
  readonly modelId?: string;
  readonly finishReason?: LanguageModelV4GenerateResult['finishReason'];
}

/** A model that gives this text to whatever it is asked. */
export function answeringModel(
  text: string,
  {
    modelId = 'answering',
    finishReason = { unified: 'stop', raw: 'stop' },
  }: AnsweringModelOptions = {},
): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId,
    doGenerate: async () => ({
      content: text === '' ? [] : [{ type: 'text', text }],
      finishReason,
      usage: {
        inputTokens: { total: 100, noCache: 100, cacheRead: undefined, cacheWrite: undefined },
        outputTokens: { total: 10, text: 10, reasoning: undefined },
        raw: { cost: 0.001 },
      },
      warnings: [],
    }),
  });
}

/** A model that extracts these facts. */
export function extractingModel(...facts: readonly string[]): MockLanguageModelV4 {
  const memory = facts.map((text, id) => ({ id: String(id), text, attributed_to: 'user' }));
  return answeringModel(JSON.stringify({ memory }), { modelId: 'extracting' });
}

/** A model whose every call fails with this status, as a provider package would report it. */
export function failingModel(status: number, message = `HTTP ${status}`): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId: `failing-${status}`,
    doGenerate: async (options: LanguageModelV4CallOptions) => {
      throw new APICallError({
        message,
        url: 'https://models.invalid',
        requestBodyValues: { messages: options.prompt },
        statusCode: status,
      });
    },
  });
}
