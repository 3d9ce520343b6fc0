import type { LanguageModelV4CallOptions, LanguageModelV4Middleware } from '@ai-sdk/provider';
import { partToText } from '../message/part-to-text.ts';
import { assertMemoryMiddlewareOptions } from './assert-memory-middleware-options.ts';
import { createCallReader } from './create-call-reader.ts';
import { createRecall } from './create-recall.ts';
import { createTurnStore, endsTurn } from './create-turn-store.ts';
import { injectBlock } from './inject-block.ts';
import type { MemoryMiddlewareOptions } from './memory-middleware-options.ts';
import { spoken } from './spoken.ts';
import { watchStream, type StreamEnd } from './watch-stream.ts';

/** A middleware for `wrapLanguageModel`, to stand outermost: first in the list. */
export interface MemoryMiddleware extends LanguageModelV4Middleware {
  /**
   * Resolves when everything that was said so far is stored, or its failure was reported. Rejects as the
   * backend's own `flush` does.
   */
  flush(): Promise<void>;
}

/**
 * Remembers across calls: before a turn it looks up what is known, once and within a time limit, and
 * puts it before the user's words as quoted, untrusted notes; after the turn it stores what was
 * said, without delaying the answer. Never fails a call: what went wrong is an event.
 *
 * Whose memory it is comes from the options or from `providerOptions.memory` (see
 * `MemoryCallOptions`), never from a model.
 *
 * @throws InvalidArgumentError where an option is unknown or missing, or a limit no number that can be kept to.
 */
export function memoryMiddleware(options: MemoryMiddlewareOptions): MemoryMiddleware {
  assertMemoryMiddlewareOptions(options);
  const readCall = createCallReader(options);
  const recall = createRecall(options);
  const turns = createTurnStore(options);

  return {
    specificationVersion: 'v4',
    async transformParams({ params }) {
      const call = readCall(params);
      const block = call?.recalls === true ? await recall.find(call) : undefined;
      if (call === undefined || block === undefined) return params;
      const { userIndex } = call.turn;
      return {
        ...params,
        prompt: injectBlock({ prompt: params.prompt, userIndex, text: block.text }),
      };
    },
    async wrapGenerate({ doGenerate, params }) {
      const result = await doGenerate();
      const { content, finishReason } = result;
      const said = content.flatMap((part) => {
        if (part.type === 'text') return part.text;
        return part.type === 'file' ? partToText(part) : [];
      });
      finish(params, { ...spoken(said), finishReason });
      return result;
    },
    async wrapStream({ doStream, params }) {
      const { stream, ...rest } = await doStream();
      return { ...rest, stream: watchStream({ stream, onEnd: (end) => finish(params, end) }) };
    },
    flush: async () => turns.flush(),
  };

  function finish(params: LanguageModelV4CallOptions, { finishReason, ...said }: StreamEnd): void {
    const call = endsTurn(finishReason) ? readCall(params) : undefined;
    if (call === undefined) return;
    void recall.forget(call);
    if (call.stores) turns.store({ call, ...said });
  }
}
