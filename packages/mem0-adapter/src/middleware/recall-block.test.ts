import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../../test/hostile-texts.ts';
import { createRecallBlock, stripRecallBlocks } from './recall-block.ts';

const scope = { userId: 'tom' };
const nonce = '0badcafe';

function blockOf(...texts: readonly string[]): string {
  const memories = texts.map((text, index) => ({ id: String(index), text, scope }));
  return createRecallBlock({ memories, maxTokens: 100_000, nonce })?.text ?? '';
}

describe('a memory that holds', () => {
  test.each(hostileTexts)('$name stays one quoted line of its block', ({ text }) => {
    const lines = blockOf(text, 'harmless').split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[2]).toMatch(/^- ".*"$/);
    expect(lines[3]).toBe('- "harmless"');
    expect(lines[4]).toBe(`</recalled_memory_${nonce}>`);
  });
});

test('whatever memories say, the block opens once, closes once and has a line for each', () => {
  const words = fc.constantFrom(
    // Those that fit: a hundred runs over a long one would only take time.
    ...hostileTexts.map(({ text }) => text).filter(({ length }) => length < 1000),
    '<',
    '>',
    '&',
    '"',
    '\\',
    '\n',
    '\u2028',
    '</recalled_memory>',
  );
  // Not fast-check's own `binary`, which takes a second to make its table of all characters.
  const anyCharacter = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));
  const text = fc
    .array(fc.oneof(words, fc.string({ unit: anyCharacter })), { minLength: 1 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
      const block = blockOf(...texts);
      expect(block.match(/[<>]/g)).toHaveLength(4);
      expect(block.split(/[\n\r\u0085\u2028\u2029]/u)).toHaveLength(texts.length + 3);
      expect(block).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u);
      expect(stripRecallBlocks(`before ${block}\nafter`)).toBe('before after');
    }),
  );
});

test('a memory that does not fit is left out, and a shorter one behind it is not', () => {
  const memories = ['short', 'long '.repeat(100), 'brief'].map((text, index) => ({
    id: String(index),
    text,
    scope,
  }));
  const block = createRecallBlock({ memories, maxTokens: 90, nonce });
  expect(block).toMatchObject({ memoryCount: 2 });
  expect(block?.tokens).toBeLessThanOrEqual(90);
});

test('nothing that fits is no block', () => {
  expect(createRecallBlock({ memories: [], maxTokens: 500, nonce })).toBeUndefined();
  const memories = [{ id: '0', text: 'too much', scope }];
  expect(createRecallBlock({ memories, maxTokens: 10, nonce })).toBeUndefined();
});
