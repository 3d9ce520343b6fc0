import {
  APICallError,
  type LanguageModelV4CallOptions,
  type LanguageModelV4GenerateResult,
  type LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { MockLanguageModelV4 } from 'ai/test';
import { answer, streamed } from './answers.ts';

export type Script = (
  options: LanguageModelV4CallOptions,
) => LanguageModelV4GenerateResult | Promise<LanguageModelV4GenerateResult>;

/** A model that answers every generate call by its script. */
export function generating(modelId: string, script: Script): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId,
    doGenerate: async (options) => script(options),
  });
}

/** A model whose stream consists of these parts; `counted.pulled` says how many were asked for. */
export function streaming(
  modelId: string,
  parts: LanguageModelV4StreamPart[] | (() => LanguageModelV4StreamPart[]),
  counted: StreamCount = newCount(),
): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId,
    doStream: async ({ abortSignal }) => {
      const list = typeof parts === 'function' ? parts() : parts;
      return { stream: countedStream(list, counted, abortSignal) };
    },
  });
}

export interface StreamCount {
  pulled: number;
  cancelled: boolean;
  cancelReason?: unknown;
}

export function newCount(): StreamCount {
  return { pulled: 0, cancelled: false };
}

function countedStream(
  parts: readonly LanguageModelV4StreamPart[],
  counted: StreamCount,
  abortSignal: AbortSignal | undefined,
): ReadableStream<LanguageModelV4StreamPart> {
  let index = 0;
  return new ReadableStream<LanguageModelV4StreamPart>(
    {
      pull(controller) {
        if (abortSignal?.aborted === true) return controller.error(abortSignal.reason);
        const part = parts[index++];
        if (part === undefined) return controller.close();
        counted.pulled += 1;
        controller.enqueue(part);
      },
      cancel(reason) {
        counted.cancelled = true;
        counted.cancelReason = reason;
      },
    },
    { highWaterMark: 0 },
  );
}

export function healthy(modelId: string, text = `text of ${modelId}`): MockLanguageModelV4 {
  return new MockLanguageModelV4({
    modelId,
    doGenerate: async () => ({ ...answer(text), response: { modelId, id: `gen-${modelId}` } }),
    doStream: async () => ({
      stream: countedStream(streamed(modelId, text), newCount(), undefined),
    }),
  });
}

/** A model that rejects every call, streamed or not. */
export function failing(modelId: string, error: () => unknown): MockLanguageModelV4 {
  const reject = async (): Promise<never> => {
    throw error();
  };
  return new MockLanguageModelV4({ modelId, doGenerate: reject, doStream: reject });
}

/** An HTTP error as the OpenRouter provider throws it. */
export function httpError(
  statusCode: number,
  body: { code?: number; message?: string; metadata?: object; availability?: object } = {},
  responseHeaders: Record<string, string> = {},
): APICallError {
  return new APICallError({
    message: body.message ?? `status ${statusCode}`,
    url: 'https://openrouter.ai/api/v1/chat/completions',
    requestBodyValues: { messages: [{ role: 'user', content: 'the secret prompt' }] },
    statusCode,
    responseHeaders,
    data: { error: { code: statusCode, message: `status ${statusCode}`, ...body } },
  });
}
