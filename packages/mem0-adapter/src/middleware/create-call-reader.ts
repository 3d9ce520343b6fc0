import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { MemoryScope } from '../backend/memory-scope.ts';
import { readScope } from '../backend/read-scope.ts';
import { notify } from '../call/notify.ts';
import { findTurn } from './find-turn.ts';
import type { MemoryCall } from './memory-call.ts';
import type { MemoryMiddlewareOptions } from './memory-middleware-options.ts';
import { readCallOptions } from './read-call-options.ts';

type SkipReason = 'no-scope' | 'invalid-options';

/** Reads what a call asks of its memory; `undefined` where it shall go on without, which is reported once. */
export function createCallReader(
  options: MemoryMiddlewareOptions,
): (params: LanguageModelV4CallOptions) => MemoryCall | undefined {
  const told = new Set<string>();
  return (params) => {
    try {
      const asked = readCallOptions(params.providerOptions);
      const scope = asked.scope ?? options.scope;
      if (scope === undefined) return skip('no-scope', noScope);
      return toCall(params, { ...asked, scope: readScope(scope) });
    } catch (error) {
      return skip('invalid-options', error instanceof Error ? error.message : String(error));
    }
  };

  function skip(reason: SkipReason, message: string): undefined {
    if (told.has(message)) return;
    told.add(message);
    if (options.onEvent === undefined) console.warn(`Memory is off for a call. ${message}`);
    notify(options.onEvent, { type: 'skipped', reason, message });
  }

  function toCall(
    { prompt, abortSignal }: LanguageModelV4CallOptions,
    asked: ReturnType<typeof readCallOptions> & { readonly scope: MemoryScope },
  ): MemoryCall | undefined {
    const turn = findTurn(prompt);
    if (turn === undefined) return undefined;
    return {
      scope: asked.scope,
      ...(asked.conversation !== undefined && { conversation: asked.conversation }),
      recalls: options.recall !== false && asked.recall !== false,
      stores: options.store !== false && asked.store !== false,
      turn,
      ...(abortSignal && { abortSignal }),
    };
  }
}

const noScope =
  'Neither memoryMiddleware({ scope }) nor providerOptions.memory.scope names whose memory it is.';
