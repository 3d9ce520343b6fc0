import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import { createTestClock } from '../../test/support/test-clock.ts';
import { promptKey } from './prompt-key.ts';
import { createStreamRetryMemory } from './stream-retry-memory.ts';

function asking(text: string): LanguageModelV4CallOptions {
  return { prompt: [{ role: 'user', content: [{ type: 'text', text }] }] };
}

function showing(data: Uint8Array): LanguageModelV4CallOptions {
  const part = {
    type: 'file' as const,
    mediaType: 'image/png',
    data: { type: 'data' as const, data },
  };
  return { prompt: [{ role: 'user', content: [part] }] };
}

/** A prompt whose tool call holds what JSON cannot. */
function calling(input: unknown): LanguageModelV4CallOptions {
  const part = { type: 'tool-call' as const, toolCallId: 'c', toolName: 't', input };
  return { prompt: [{ role: 'assistant', content: [part] }] };
}

describe('the name of a prompt', () => {
  test('is the same for equal prompts and differs for others', () => {
    const prompts = [
      asking('a'),
      asking('b'),
      asking('a'.repeat(20_000)),
      asking('a'.repeat(20_001)),
      showing(new Uint8Array(5)),
      showing(new Uint8Array(6)),
      showing(Uint8Array.of(0, 1, 0, 0, 0)),
      calling({ n: 1 }),
      calling({ n: 2 }),
      calling({ m: 1 }),
      calling([['a'], 'b']),
      calling([['a', 'b']]),
    ];
    expect(new Set(prompts.map(promptKey)).size).toBe(prompts.length);
    expect(prompts.map(promptKey)).toEqual(structuredClone(prompts).map(promptKey));
  });

  test('reads a Buffer as the bytes it holds, however many', () => {
    const bytes = new Uint8Array(5_000_000).fill(7);
    expect(promptKey(showing(Buffer.from(bytes)))).toBe(promptKey(showing(bytes)));
    expect(promptKey(showing(Buffer.from(bytes)))).toMatch(/^[\w-]{10,40}$/);
  });

  test('is found for what JSON cannot hold', () => {
    const circle: Record<string, unknown> = {
      n: 1n,
      at: new Date(0),
      to: new URL('https://a.example'),
    };
    circle['self'] = circle;
    const angry = {
      get field(): never {
        throw new Error('not readable');
      },
    };
    let deep: unknown = 'bottom';
    for (let depth = 0; depth < 100_000; depth++) deep = { deep };
    for (const input of [circle, angry, deep])
      expect(() => promptKey(calling(input))).not.toThrow();
    expect(promptKey(calling(circle))).not.toBe(promptKey(calling({ ...circle, n: 2n })));
  });
});

describe('the memory of broken streams', () => {
  test('is empty again when its time is over, whatever broke', async () => {
    const clock = createTestClock();
    const memory = createStreamRetryMemory();
    expect(memory.isEmpty()).toBe(true);
    memory.remember(asking('a'), ['m'], clock);
    await clock.advance(30_000);
    memory.remember(asking('b'), ['m'], clock);
    await clock.advance(30_000);
    expect(memory.isEmpty()).toBe(false);
    expect(memory.take(asking('a'), clock)).toEqual([]);
    expect(memory.take(asking('b'), clock)).toEqual(['m']);
    memory.remember(asking('b'), ['m'], clock);
    await clock.advance(60_000);
    expect(memory.isEmpty()).toBe(true);
  });

  test('keeps what broke anew, although it broke first', async () => {
    const clock = createTestClock();
    const memory = createStreamRetryMemory();
    memory.remember(asking('a'), ['m'], clock);
    memory.remember(asking('b'), ['m'], clock);
    await clock.advance(50_000);
    memory.remember(asking('a'), ['n'], clock);
    await clock.advance(20_000);
    expect(memory.isEmpty()).toBe(false);
    expect(memory.take(asking('a'), clock)).toEqual(['n']);
    expect(memory.isEmpty()).toBe(true);
  });
});
