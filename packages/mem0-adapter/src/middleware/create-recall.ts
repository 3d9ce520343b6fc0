import { hashText } from '../backend/hash-text.ts';
import type { Memory } from '../backend/memory.ts';
import { scopeKey } from '../backend/scope-key.ts';
import { notify } from '../call/notify.ts';
import { safeMessage } from '../call/safe-message.ts';
import { withDeadline } from '../call/with-deadline.ts';
import type { MemoryCall } from './memory-call.ts';
import type { MemoryMiddlewareOptions } from './memory-middleware-options.ts';
import { readMemories } from './read-memories.ts';
import { createRecallBlock, type RecallBlock } from './recall-block.ts';

export interface Recall {
  /** The block for a call, found once per turn: its steps and its retries get the same one. Never rejects. */
  find(call: MemoryCall): Promise<RecallBlock | undefined>;
  /** The turn is over; the next call with the same words is another one. */
  forget(call: MemoryCall): Promise<void>;
}

/** `left`: the caller whose search it was went away, so others of the same turn must search themselves. */
type Outcome = { readonly type: 'ended'; readonly block?: RecallBlock } | { readonly type: 'left' };

// Turns that never ended (aborted calls) are dropped when this many newer ones have come.
const maxOpenTurns = 1000;

export function createRecall(options: MemoryMiddlewareOptions): Recall {
  // No call carries an id through the steps of its loop, so a turn is known by scope and words. With a
  // salt, because the key names the tags of a block, and words can be guessed.
  const salt = crypto.randomUUID();
  const keyOf = async ({ scope, conversation, turn }: MemoryCall): Promise<string> =>
    hashText(JSON.stringify([salt, scopeKey(scope), conversation, turn.prefix]));
  const open = new Map<string, Promise<Outcome>>();
  return {
    async find(call) {
      // A picture alone is nothing to search with.
      if (call.turn.userText === '') return undefined;
      const key = await keyOf(call);
      for (;;) {
        const shared = open.get(key) ?? recall(call, { ...options, key });
        open.delete(key);
        open.set(key, shared);
        for (const oldest of open.keys()) if (open.size > maxOpenTurns) open.delete(oldest);
        const outcome = await shared;
        if (outcome.type === 'ended') return outcome.block;
        if (open.get(key) === shared) open.delete(key);
        if (call.abortSignal?.aborted === true) return undefined;
      }
    },
    async forget(call) {
      open.delete(await keyOf(call));
    },
  };
}

interface RecallOnceOptions extends MemoryMiddlewareOptions {
  /** Of the turn. */
  readonly key: string;
}

async function recall(call: MemoryCall, options: RecallOnceOptions): Promise<Outcome> {
  const { onEvent, now = Date.now } = options;
  const startedAtMs = now();
  try {
    const block = await search(call, options);
    const { memoryCount = 0, tokens = 0 } = block ?? {};
    notify(onEvent, { type: 'recalled', memoryCount, tokens, durationMs: now() - startedAtMs });
    return { type: 'ended', ...(block && { block }) };
  } catch (error) {
    const reason = reasonOf(error, call);
    notify(onEvent, {
      type: 'recall-failed',
      reason,
      message: safeMessage({ error, sent: [call.turn.userText] }),
      durationMs: now() - startedAtMs,
    });
    return { type: reason === 'aborted' ? 'left' : 'ended' };
  }
}

async function search(
  call: MemoryCall,
  { memory, recall: settings, key }: RecallOnceOptions,
): Promise<RecallBlock | undefined> {
  const { topK = 8, maxTokens = 500, timeoutMs = 800 } = settings || {};
  const { scope, turn } = call;
  const found: unknown = await withDeadline({
    timeoutMs,
    abortSignal: call.abortSignal,
    run: async (abortSignal) =>
      // Some of them may stand in the prompt already.
      memory.search({ query: turn.userText, scope, topK: topK * 2, abortSignal }),
  });
  const memories = readMemories(found)
    .filter((each) => !isSaid(each, call))
    .slice(0, topK);
  return createRecallBlock({ memories, maxTokens, nonce: key.slice(0, 8) });
}

function isSaid({ text }: Memory, { turn }: MemoryCall): boolean {
  // The prefix is JSON, so the text must be written as in JSON to be found there.
  return turn.prefix.includes(JSON.stringify(text.trim()).slice(1, -1));
}

function reasonOf(error: unknown, { abortSignal }: MemoryCall): 'timeout' | 'error' | 'aborted' {
  if (abortSignal?.aborted === true) return 'aborted';
  return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'error';
}
