import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answeringModel } from '../../test/mock-models.ts';
import { createMem0Llm } from './create-mem0-llm.ts';
import { salvageExtraction } from './salvage-extraction.ts';

const finishReason = { unified: 'length', raw: 'length' } as const;
const cut = '{"memory":[{"id":"0","text":"A \\"}{"},{"id":"1","text":"B","linked';

test('an answer cut at any place gives the memories that are whole, unchanged', () => {
  const texts = fc.array(
    fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    {
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(texts, fc.nat(), (facts, at) => {
      const memory = facts.map((text, id) => ({ id: String(id), text }));
      const whole = JSON.stringify({ memory });
      const found = salvageExtraction(whole.slice(0, at % (whole.length + 1)))?.memory ?? [];
      expect(found).toEqual(memory.slice(0, found.length));
    }),
  );
});

test('what is whole in a cut-off answer is used where that is asked for', async () => {
  const model = answeringModel(cut, { finishReason });
  const ask = async (salvage: boolean) =>
    createMem0Llm({ model, salvage }).generateResponse([{ role: 'user', content: 'x' }], {
      type: 'json_object',
    });

  expect(JSON.parse(await ask(true))).toEqual({ memory: [{ id: '0', text: 'A "}{' }] });
  await expect(ask(false)).rejects.toMatchObject({
    attempts: [{ failure: { class: 'truncated' } }, { failure: { class: 'truncated' } }],
  });
});

test('a whole answer of the next model is better than half of the first', async () => {
  const models = [answeringModel(cut, { finishReason }), answeringModel('{"memory": []}')];
  const llm = createMem0Llm({ models, salvage: true });
  const messages = [{ role: 'user', content: 'x' }];

  expect(await llm.generateResponse(messages, { type: 'json_object' })).toBe('{"memory":[]}');
});
