import { describe, expect, it } from 'vitest';
import { createWarmMemory } from './create-warm-memory.ts';

const call = { session: 'chat-7', modelId: 'acme/one', inputTokens: 4_000, atMs: 0 };

describe('createWarmMemory', () => {
  it('names the model that served a session last, and what its cache should hold', () => {
    const memory = createWarmMemory();
    memory.served(call);
    memory.served({ ...call, modelId: 'acme/two', inputTokens: 5_000, atMs: 1_000 });
    expect(memory.warmOf('chat-7', 2_000)).toEqual({
      modelId: 'acme/two',
      cachedInputTokens: 5_000,
    });
    expect(memory.warmOf('chat-8', 2_000)).toBeUndefined();
  });

  it('counts on no cache that has gone cold, and on none for a prompt too short to be cached', () => {
    const memory = createWarmMemory({ keptMs: 60_000 });
    memory.served(call);
    expect(memory.warmOf('chat-7', 60_001)).toBeUndefined();
    memory.served({ ...call, inputTokens: 900 });
    expect(memory.warmOf('chat-7', 1)).toEqual({ modelId: 'acme/one', cachedInputTokens: 0 });
  });

  it('forgets the session that was served least recently', () => {
    const memory = createWarmMemory({ maxSessions: 2 });
    for (const session of ['a', 'b', 'a', 'c']) memory.served({ ...call, session });
    expect(['a', 'b', 'c'].map((session) => memory.warmOf(session, 1) !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });
});
