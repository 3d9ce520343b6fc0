import type { LanguageModelV4FinishReason } from '@ai-sdk/provider';
import { hashText } from '../backend/hash-text.ts';
import type { MemoryMessage } from '../backend/memory-message.ts';
import { scopeKey } from '../backend/scope-key.ts';
import { notify } from '../call/notify.ts';
import { safeMessage } from '../call/safe-message.ts';
import type { MemoryCall } from './memory-call.ts';
import type { MemoryMiddlewareOptions } from './memory-middleware-options.ts';
import { stripRecallBlocks } from './recall-block.ts';

export interface FinishedCall {
  readonly call: MemoryCall;
  /** What the model said in this call. */
  readonly text: string;
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
  try {
    const said = await messagesOf(finished);
    const messages = store && store.redact ? store.redact(said) : said;
    if (messages === undefined || messages.length === 0) return;
    const { type } = await memory.add({
      messages,
      scope,
      observedAt: new Date(startedAtMs).toISOString(),
      ...(conversation !== undefined && { conversation }),
    });
    notify(onEvent, { type: 'stored', result: type, durationMs: now() - startedAtMs });
  } catch (error) {
    const message = safeMessage({ error, sent: [turn.userText, finished.text] });
    notify(onEvent, { type: 'store-failed', message });
  }
}

/** With ids from where they stand in the conversation, so that the same turn is stored once. */
async function messagesOf({ call, text }: FinishedCall): Promise<MemoryMessage[]> {
  const { turn, scope, conversation } = call;
  const answer = [turn.assistantText, stripRecallBlocks(text).trim()].filter((part) => part !== '');
  const id = await hashText(JSON.stringify([scopeKey(scope), conversation, turn.prefix, answer]));
  const user: MemoryMessage = { role: 'user', content: turn.userText, id: `${id}-user` };
  const content = answer.join('\n');
  return content === '' ? [user] : [user, { role: 'assistant', content, id: `${id}-assistant` }];
}
