import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExtraction } from './parse-extraction.ts';

const memory = fc.record({
  id: fc.string(),
  text: fc.string().filter((text) => text.trim() !== ''),
  attributed_to: fc.constantFrom('user', 'assistant'),
  linked_memory_ids: fc.array(fc.uuid()),
});
const extraction = fc.record({ memory: fc.array(memory) });

test('an extraction survives the way over the wire, whatever its texts hold', () => {
  fc.assert(
    fc.property(extraction, (value) => {
      expect(parseExtraction(JSON.stringify(value))).toEqual(value);
    }),
  );
});

test('an extraction that is cut off anywhere is none', () => {
  fc.assert(
    fc.property(extraction, fc.nat(), (value, cut) => {
      const text = JSON.stringify(value);
      expect(parseExtraction(text.slice(0, cut % text.length))).toBeUndefined();
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(() => parseExtraction(text)).not.toThrow();
    }),
  );
});

test('a fact may speak of a think tag', () => {
  const text = '{"memory": [{"id": "0", "text": "User asks what </think> means"}]}';

  expect(parseExtraction(text)?.memory[0]?.text).toBe('User asks what </think> means');
});

test.each([
  '{"memory": {}}',
  '{"memory": ["a text"]}',
  '{"memory": [{"id": "0"}]}',
  '{"memory": [{"id": "0", "text": " "}]}',
  '[{"id": "0", "text": "A"}]',
  'null',
])('%s is no extraction, though Mem0 would take it for one with nothing in it', (text) => {
  expect(parseExtraction(text)).toBeUndefined();
});
