import { hashText } from '../backend/hash-text.ts';
import type { Memory } from '../backend/memory.ts';
import { scopeKey } from '../backend/scope-key.ts';
import { notify } from '../call/notify.ts';
import { withDeadline } from '../call/with-deadline.ts';
import { safeMessage } from '../call/safe-message.ts';
import type { MemoryCall } from './memory-call.ts';
import type { MemoryMiddlewareOptions } from './memory-middleware-options.ts';
import { createRecallBlock, type RecallBlock } from './recall-block.ts';

export interface Recall {
  /** The block for a call, found once per turn: its steps and its retries get the same one. Never rejects. */
  find(call: MemoryCall): Promise<RecallBlock | undefined>;
  /** The turn is over; the next call with the same words is another one. */
  forget(call: MemoryCall): Promise<void>;
}

// Turns that never ended (aborted calls) are dropped when this many newer ones have come.
const maxOpenTurns = 1000;

export function createRecall(options: MemoryMiddlewareOptions): Recall {
  // No call carries an id through the steps of its loop, so a turn is known by scope and words.
  const open = new Map<string, Promise<RecallBlock | undefined>>();
  return {
    async find(call) {
      const key = await keyOf(call);
      const known = open.get(key) ?? recall(call, options);
      open.delete(key);
      open.set(key, known);
      for (const oldest of open.keys()) if (open.size > maxOpenTurns) open.delete(oldest);
      return known;
    },
    async forget(call) {
      open.delete(await keyOf(call));
    },
  };
}

async function keyOf({ scope, conversation, turn }: MemoryCall): Promise<string> {
  return hashText(JSON.stringify([scopeKey(scope), conversation, turn.prefix]));
}

async function recall(
  call: MemoryCall,
  { memory, recall: settings, onEvent, now = Date.now }: MemoryMiddlewareOptions,
): Promise<RecallBlock | undefined> {
  const { topK = 8, maxTokens = 500, timeoutMs = 800 } = settings || {};
  const { scope, turn } = call;
  const startedAtMs = now();
  try {
    const found = await withDeadline({
      timeoutMs,
      abortSignal: call.abortSignal,
      run: async (abortSignal) =>
        // Some of them may stand in the prompt already.
        memory.search({ query: turn.userText, scope, topK: topK * 2, abortSignal }),
    });
    const memories = found.filter((each) => !isSaid(each, call)).slice(0, topK);
    const block = createRecallBlock({ memories, maxTokens });
    const { memoryCount = 0, tokens = 0 } = block ?? {};
    notify(onEvent, { type: 'recalled', memoryCount, tokens, durationMs: now() - startedAtMs });
    return block;
  } catch (error) {
    notify(onEvent, {
      type: 'recall-failed',
      reason: reasonOf(error, call),
      message: safeMessage({ error, sent: [turn.userText] }),
      durationMs: now() - startedAtMs,
    });
    return undefined;
  }
}

function isSaid({ text }: Memory, { turn }: MemoryCall): boolean {
  // The prefix is JSON, so the text must be written as in JSON to be found there.
  return turn.prefix.includes(JSON.stringify(text.trim()).slice(1, -1));
}

function reasonOf(error: unknown, { abortSignal }: MemoryCall): 'timeout' | 'error' | 'aborted' {
  if (abortSignal?.aborted === true) return 'aborted';
  return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'error';
}
