import type { LanguageModelV4FinishReason } from '@ai-sdk/provider';
import { hashText } from '../backend/hash-text.ts';
import type { MemoryMessage } from '../backend/memory-message.ts';
import { scopeKey } from '../backend/scope-key.ts';
import { notify } from '../call/notify.ts';
import { safeMessage } from '../call/safe-message.ts';
import { withDeadline } from '../call/with-deadline.ts';
import type { MediaKind } from '../message/part-to-text.ts';
import type { MemoryCall } from './memory-call.ts';
import type { MemoryMiddlewareOptions } from './memory-middleware-options.ts';
import { stripRecallBlocks } from './recall-block.ts';

export interface FinishedCall {
  readonly call: MemoryCall;
  /** What the model said in this call, with marks for what it showed. */
  readonly text: string;
  /** What the model showed: images and files, which are kept as marks. */
  readonly media: readonly MediaKind[];
}

/** Keeps turns after their answers, beside them. */
export interface TurnStore {
  /** Starts to store; never throws and never waits. */
  store(finished: FinishedCall): void;
  /** Resolves when every store that was started has ended. */
  flush(): Promise<void>;
}

/** Whether this answer ends a turn that is worth keeping: no tool is to be called, nothing went wrong. */
export function endsTurn({ unified }: LanguageModelV4FinishReason): boolean {
  return unified !== 'tool-calls' && unified !== 'error' && unified !== 'interrupted';
}

export function createTurnStore(options: MemoryMiddlewareOptions): TurnStore {
  const running = new Set<Promise<void>>();
  return {
    store(finished) {
      const work = storeTurn(finished, options);
      running.add(work);
      void work.finally(() => running.delete(work));
      notify(options.waitUntil, work);
    },
    async flush() {
      await Promise.all(running);
      await options.memory.flush?.();
    },
  };
}

/** Never rejects: what went wrong is an event. */
async function storeTurn(
  finished: FinishedCall,
  { memory, store, onEvent, now = Date.now }: MemoryMiddlewareOptions,
): Promise<void> {
  const startedAtMs = now();
  const { scope, conversation, turn } = finished.call;
  const { redact = unchanged, timeoutMs = 120_000 } = store || {};
  try {
    const messages = redact(await messagesOf(finished)) ?? [];
    if (messages.length === 0) return;
    const { type } = await withDeadline({
      timeoutMs,
      run: async (abortSignal) =>
        memory.add({
          messages,
          scope,
          observedAt: new Date(startedAtMs).toISOString(),
          ...(conversation !== undefined && { conversation }),
          abortSignal,
        }),
    });
    notify(onEvent, { type: 'stored', result: type, durationMs: now() - startedAtMs });
    const kinds = [...turn.media, ...finished.media];
    if (kinds.length > 0) notify(onEvent, { type: 'media-omitted', kinds });
  } catch (error) {
    const message = safeMessage({ error, sent: [turn.userSaid, finished.text] });
    notify(onEvent, { type: 'store-failed', message });
  }
}

function unchanged<Value>(value: Value): Value {
  return value;
}

/** With ids from where they stand in the conversation, so that the same turn is stored once. */
async function messagesOf({ call, text }: FinishedCall): Promise<MemoryMessage[]> {
  const { turn, scope, conversation } = call;
  const answer = [turn.assistantText, stripRecallBlocks(text).trim()].filter((part) => part !== '');
  const id = await hashText(JSON.stringify([scopeKey(scope), conversation, turn.prefix, answer]));
  const user: MemoryMessage = { role: 'user', content: turn.userSaid, id: `${id}-user` };
  const content = answer.join('\n');
  return content === '' ? [user] : [user, { role: 'assistant', content, id: `${id}-assistant` }];
}
