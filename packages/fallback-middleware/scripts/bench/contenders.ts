import type { LanguageModelV4 } from '@ai-sdk/provider';
import { wrapLanguageModel } from 'ai';
import { createFallback } from 'ai-fallback';
import { createRetryable } from 'ai-retry';
import { createFallbackModel, fallback } from '../../src/index.ts';

/** One way to put a second model behind a first. */
export interface Contender {
  readonly name: string;
  readonly wrap: (first: LanguageModelV4, second: LanguageModelV4) => LanguageModelV4;
  /** Answers although the first model is dead. */
  readonly fallsOver: boolean;
}

export const contenders: readonly Contender[] = [
  { name: 'bare model', fallsOver: false, wrap: (first) => first },
  {
    name: 'no-op middleware',
    fallsOver: false,
    wrap: (first) =>
      wrapLanguageModel({
        model: first,
        middleware: {
          specificationVersion: 'v4',
          wrapGenerate: async ({ doGenerate }) => doGenerate(),
          wrapStream: async ({ doStream }) => doStream(),
        },
      }),
  },
  { name: 'empty relay', fallsOver: false, wrap: relayed },
  { name: 'hand-written loop', fallsOver: true, wrap: handWritten },
  {
    name: 'tierwise model',
    fallsOver: true,
    wrap: (first, second) => createFallbackModel({ models: [first, second] }),
  },
  {
    name: 'tierwise middleware',
    fallsOver: true,
    wrap: (first, second) =>
      wrapLanguageModel({ model: first, middleware: fallback({ models: [second] }) }),
  },
  {
    name: 'ai-retry 2.4',
    fallsOver: true,
    wrap: (first, second) => createRetryable({ model: first, retries: [second] }),
  },
  {
    name: 'ai-fallback 3.0',
    fallsOver: true,
    wrap: (first, second) => createFallback({ models: [first, second] }),
  },
];

/** A second stream around the first that does nothing: what any code that looks at each part pays at least. */
function relayed(first: LanguageModelV4): LanguageModelV4 {
  return {
    ...first,
    doStream: async (params) => {
      const result = await first.doStream(params);
      return { ...result, stream: emptyRelay(result.stream) };
    },
  };
}

function emptyRelay<T>(stream: ReadableStream<T>): ReadableStream<T> {
  const reader = stream.getReader();
  return new ReadableStream<T>(
    {
      pull(controller) {
        void reader
          .read()
          .then(({ done, value }) => (done ? controller.close() : controller.enqueue(value)));
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** What somebody writes in five minutes: no deadlines, no classes, no report, and streams only fail over at the start. */
function handWritten(first: LanguageModelV4, second: LanguageModelV4): LanguageModelV4 {
  const models = [first, second];
  const over = async <T>(ask: (model: LanguageModelV4) => PromiseLike<T>): Promise<T> => {
    let last: unknown;
    for (const model of models) {
      try {
        return await ask(model);
      } catch (error) {
        last = error;
      }
    }
    throw last;
  };
  return {
    specificationVersion: 'v4',
    provider: 'hand',
    modelId: 'written',
    supportedUrls: {},
    doGenerate: (params) => over((model) => model.doGenerate(params)),
    doStream: (params) => over((model) => model.doStream(params)),
  };
}
