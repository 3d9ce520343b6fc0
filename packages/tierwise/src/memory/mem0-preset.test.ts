import { createCatalog, type Model } from '@tierwise/catalog';
import { MEMORY_MODELS } from '@tierwise/catalog/presets';
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import { createMem0Llm } from '@tierwise/mem0-adapter';
import { createSimulator } from '@tierwise/openrouter-simulator';
import { expect, test } from 'vitest';
import { mem0Preset } from './mem0-preset.ts';

const catalog = bundledCatalog();
const wanted = [
  'deepseek/deepseek-v4-flash',
  'arcee-ai/trinity-mini',
  'google/gemini-3.1-flash-lite',
  'openai/gpt-4.1-nano',
];

function without(...ids: readonly string[]) {
  const models = catalog.models.filter(({ id }) => !ids.includes(id));
  return createCatalog({ models, asOf: catalog.asOf, tombstones: catalog.tombstones });
}

test('the chain holds listed, pinned models only, each once, in the order of the roles', () => {
  const { models } = mem0Preset(catalog);
  const ids = models.map(({ modelId }) => modelId);
  expect(ids.every((id) => catalog.get(id) !== undefined && !id.startsWith('~'))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(models[0]).toMatchObject({ role: 'default' });
  for (const { modelId, standsInFor } of models) {
    expect(wanted).toContain(standsInFor?.modelId ?? modelId);
  }
});

test('a model that is gone is replaced, with the reason', () => {
  const { models } = mem0Preset(without('deepseek/deepseek-v4-flash'));
  expect(models[0]?.standsInFor).toMatchObject({ modelId: 'deepseek/deepseek-v4-flash' });
  expect(models[0]?.standsInFor?.reason).toContain('not in the catalogue');
  expect(models[0]?.modelId).toMatch(/^deepseek\//);
});

test('what nothing can replace is dropped, with the reason', () => {
  const empty = createCatalog({ models: [], asOf: catalog.asOf });
  const { models, dropped } = mem0Preset(empty);
  expect(models).toEqual([]);
  expect(dropped.map(({ modelId }) => modelId)).toEqual(wanted);
});

test('reasoning is off, or as low as the model allows, and hosts must honour what is asked', () => {
  const model = catalog.get('openai/gpt-4.1-nano');
  if (model === undefined) throw new Error('the snapshot has no openai/gpt-4.1-nano');
  const settingsOf = (change: Partial<Model>) =>
    mem0Preset(createCatalog({ models: [{ ...model, ...change }], asOf: catalog.asOf })).models[0]
      ?.settings;
  const effort = { defaultEffort: null, mandatory: true };

  expect(settingsOf({ reasoning: null })).toEqual({ provider: { require_parameters: true } });
  expect(settingsOf({ reasoning: { ...effort, mandatory: false, efforts: null } })).toMatchObject({
    reasoning: { enabled: false },
  });
  expect(settingsOf({ reasoning: { ...effort, efforts: ['low', 'high'] } })).toMatchObject({
    reasoning: { effort: 'low' },
  });
  expect(settingsOf({ reasoning: { ...effort, efforts: ['high'] } })).not.toHaveProperty(
    'reasoning',
  );
});

test('the chain serves Mem0 through the real provider', async () => {
  const simulator = createSimulator();
  const openrouter = createOpenRouter({ apiKey: 'sk-or-test', fetch: simulator.fetch });
  const { models } = mem0Preset(catalog);
  const llm = createMem0Llm({
    models: models.map(({ modelId, settings }) => openrouter(modelId, settings)),
  });
  const messages = [{ role: 'user', content: 'user: I moved to Lisbon' }];

  const answer = await llm.generateResponse(messages, { type: 'json_object' });
  expect(answer).toContain('Lisbon');
});

test('the list that the chain comes from still names its models', () => {
  expect(MEMORY_MODELS.models.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted));
});
