import { describe, expect, test } from 'vitest';
import { batches, open, say, settle } from '../../test/open-durable-memory.ts';
import type { MemoryAddOptions, MemoryBackend } from '../backend/memory-backend.ts';
import { localMemory } from '../local/local-memory.ts';

describe('batches', () => {
  test('wait until a conversation is idle, and go out as one add', async () => {
    const { memory, timers, adds, events } = open();
    expect(await say(memory, 'one')).toEqual({ type: 'accepted' });
    await say(memory, 'two');
    await settle();
    expect(adds).toEqual([]);
    expect([...timers].map(({ delayMs }) => delayMs)).toEqual([30_000]);

    for (const { run } of timers) run();
    await settle();

    expect(batches(adds)).toEqual([['one', 'two']]);
    expect(events).toEqual([{ type: 'stored', entryCount: 2, messageCount: 2, durationMs: 0 }]);
  });

  test('go out at once when they are full', async () => {
    const { memory, adds } = open({ batch: { maxMessages: 3 } });
    for (const content of ['one', 'two', 'three', 'four']) await say(memory, content);
    await settle();

    expect(batches(adds)).toEqual([['one', 'two', 'three']]);
    await memory.flush();
    expect(batches(adds)).toEqual([['one', 'two', 'three'], ['four']]);
  });

  test('leave what is said while a full one is stored to wait for its own', async () => {
    const finish: (() => void)[] = [];
    const adds: MemoryAddOptions[] = [];
    const backend: MemoryBackend = {
      ...localMemory(),
      add: async (add) => {
        adds.push(add);
        return new Promise((resolve) => {
          finish.push(() => resolve({ type: 'stored', memories: [] }));
        });
      },
    };
    const { memory, timers } = open({ backend, batch: { maxMessages: 2 } });
    for (const content of ['one', 'two']) await say(memory, content);
    await settle();
    await say(memory, 'three');
    for (const resolve of finish) resolve();
    await settle();
    expect(batches(adds)).toEqual([['one', 'two']]);
    expect([...timers].map(({ delayMs }) => delayMs)).toEqual([30_000]);

    await say(memory, 'four');
    await settle();
    expect(batches(adds).at(-1)).toEqual(['three', 'four']);
  });

  test('of a conversation that another one followed go out too, and that one waits', async () => {
    const { memory, adds, timers } = open({ batch: { maxMessages: 3 } });
    await say(memory, 'a1', { conversation: 'a' });
    await say(memory, 'a2', { conversation: 'a' });
    await say(memory, 'b1', { conversation: 'b' });
    await settle();

    expect(batches(adds)).toEqual([['a1', 'a2']]);
    expect(timers.size).toBe(1);
    for (const { run } of timers) run();
    await settle();
    expect(batches(adds)).toEqual([['a1', 'a2'], ['b1']]);
  });

  test('never mix conversations, days or kinds', async () => {
    const { memory, adds } = open();
    await say(memory, 'a1', { conversation: 'a' });
    await say(memory, 'a2', { conversation: 'a' });
    await say(memory, 'b1', { conversation: 'b' });
    await say(memory, 'b2', { conversation: 'b', observedAt: '2026-03-02T10:00:00.000Z' });
    await say(memory, 'b3', {
      conversation: 'b',
      observedAt: '2026-03-02T11:00:00.000Z',
      metadata: { x: 1 },
    });
    await memory.flush();

    expect(batches(adds)).toEqual([['a1', 'a2'], ['b1'], ['b2'], ['b3']]);
  });

  test('of one scope go out one after the other, of two scopes side by side', async () => {
    let running = 0;
    let most = 0;
    const backend: MemoryBackend = {
      ...localMemory(),
      async add() {
        running += 1;
        most = Math.max(most, running);
        await settle();
        running -= 1;
        return { type: 'stored', memories: [] };
      },
    };
    const one = open({ backend, batch: { maxMessages: 1 } });
    await Promise.all(['a', 'b', 'c'].map(async (content) => say(one.memory, content)));
    await one.memory.flush();
    expect(most).toBe(1);

    const eve = { scope: { userId: 'eve' } };
    await Promise.all([say(one.memory, 'd'), say(one.memory, 'e', eve)]);
    await one.memory.flush();
    expect(most).toBe(2);
  });
});
