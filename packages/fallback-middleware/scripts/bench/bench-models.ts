import {
  APICallError,
  type LanguageModelV4,
  type LanguageModelV4CallOptions,
  type LanguageModelV4GenerateResult,
  type LanguageModelV4StreamPart,
} from '@ai-sdk/provider';

const usage = {
  inputTokens: { total: 3, noCache: 3, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 5, text: 5, reasoning: 0 },
};

export const params: LanguageModelV4CallOptions = {
  prompt: [{ role: 'user', content: [{ type: 'text', text: 'hello' }] }],
};

/** What a bench model does besides answering. */
export interface BenchModelOptions {
  readonly modelId: string;
  readonly parts?: number;
  /** Milliseconds before it answers; undefined answers in the same turn. */
  readonly delayMs?: () => number;
  /** Called for every part that is read. */
  readonly onPart?: () => void;
}

/** A model as cheap as one can be, which keeps nothing of its calls. */
export function healthyModel(options: BenchModelOptions): LanguageModelV4 {
  const { modelId, parts = 500, delayMs, onPart } = options;
  const script = scriptOf(modelId, parts);
  return {
    specificationVersion: 'v4',
    provider: 'bench',
    modelId,
    supportedUrls: {},
    doGenerate: async () => {
      if (delayMs !== undefined) await pause(delayMs());
      return generated(modelId);
    },
    doStream: async () => {
      if (delayMs !== undefined) await pause(delayMs());
      return { stream: streamOf(script, onPart) };
    },
  };
}

/** A model that always answers 503. */
export function deadModel(modelId: string, delayMs?: () => number): LanguageModelV4 {
  const fail = async (): Promise<never> => {
    if (delayMs !== undefined) await pause(delayMs());
    throw new APICallError({ message: 'down', url: '', requestBodyValues: {}, statusCode: 503 });
  };
  return {
    specificationVersion: 'v4',
    provider: 'bench',
    modelId,
    supportedUrls: {},
    doGenerate: fail,
    doStream: fail,
  };
}

function generated(modelId: string): LanguageModelV4GenerateResult {
  return {
    content: [{ type: 'text', text: 'hello' }],
    finishReason: { unified: 'stop', raw: 'stop' },
    usage,
    warnings: [],
    response: { modelId },
  };
}

function scriptOf(modelId: string, parts: number): LanguageModelV4StreamPart[] {
  const deltas = Array.from({ length: parts - 5 }, (_, index): LanguageModelV4StreamPart => ({
    type: 'text-delta',
    id: 't',
    delta: `${index} `,
  }));
  return [
    { type: 'stream-start', warnings: [] },
    { type: 'response-metadata', modelId },
    { type: 'text-start', id: 't' },
    ...deltas,
    { type: 'text-end', id: 't' },
    { type: 'finish', finishReason: { unified: 'stop', raw: 'stop' }, usage },
  ];
}

function streamOf(
  script: readonly LanguageModelV4StreamPart[],
  onPart: (() => void) | undefined,
): ReadableStream<LanguageModelV4StreamPart> {
  let index = 0;
  return new ReadableStream<LanguageModelV4StreamPart>(
    {
      pull(controller) {
        const part = script[index++];
        if (part === undefined) return controller.close();
        onPart?.();
        controller.enqueue(part);
      },
    },
    { highWaterMark: 0 },
  );
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
}
