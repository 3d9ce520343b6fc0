import { isFree, type Model, poolsOf, type Tier } from '@tierwise/catalog';
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { describe, expect, it } from 'vitest';
import {
  type CallLike,
  describeCall,
  indexModels,
  type Policy,
  type PromptPart,
  selectCandidates,
} from '../src/index.ts';
import { type GoldenCall, readGoldenCalls } from './read-golden-calls.ts';

const catalog = bundledCatalog();
const index = indexModels(catalog.models);
const at = new Date('2026-11-25T12:00:00Z');
const calls = readGoldenCalls();

const MEDIA: Readonly<Record<string, string>> = {
  image: 'image/png',
  pdf: 'application/pdf',
  video: 'video/mp4',
};
const SYSTEM = 'Extract lasting facts about the user as memory entries.';
const BOOK = 'It was a quiet morning on the river and nobody spoke. '.repeat(12_000);

function callOf({ prompt, carries }: GoldenCall): CallLike {
  const has = (word: string): boolean => carries.includes(word);
  const parts: PromptPart[] = [
    { type: 'text', text: has('long') ? `${prompt}\n\n${BOOK}` : prompt },
  ];
  for (const word of carries) {
    const mediaType = MEDIA[word];
    if (mediaType !== undefined) parts.push({ type: 'file', mediaType });
  }
  return {
    prompt: [
      ...(has('memory') ? [{ role: 'system', content: SYSTEM }] : []),
      { role: 'user', content: parts },
      ...(has('step') ? [{ role: 'tool', content: [{ type: 'tool-result', output: 'ok' }] }] : []),
    ],
    ...(has('tools') ? { tools: [{ type: 'function', name: 'act' }] } : {}),
    ...(has('forced') ? { toolChoice: { type: 'required' } } : {}),
    ...(has('schema') ? { responseFormat: { type: 'json', schema: { type: 'object' } } } : {}),
    ...(has('json') ? { responseFormat: { type: 'json' } } : {}),
    ...(has('reasoning') ? { reasoning: 'high' } : {}),
  };
}

function policyOf({ carries }: GoldenCall): Policy {
  const entries = carries
    .filter((word) => word.includes('='))
    .map((word): readonly [string, string | boolean] => {
      const [name = '', value = ''] = word.split('=');
      return [name, value];
    });
  if (carries.includes('allowFree')) entries.push(['allowFree', true]);
  // The table's words are the policy's; a misspelt one fails its row.
  return Object.fromEntries(entries) as Policy;
}

/** Whether all candidates keep to a word of the "must" column. */
function keepTo(chosen: readonly Model[], word: string): boolean {
  if (word === 'vendors>=3') return new Set(chosen.map(({ vendor }) => vendor)).size >= 3;
  return chosen.every((model) => keeps(model, word));
}

/** Whether a model keeps to a word of the "must" column. */
function keeps(model: Model, word: string): boolean {
  if (word.startsWith('window>=')) return (model.contextTokens ?? 0) >= Number(word.slice(8));
  if (word.startsWith('pool:')) return poolsOf(model).some((pool) => pool === word.slice(5));
  if (word === 'free') return isFree(model);
  if (word === 'paid') return !isFree(model);
  const names: readonly string[] = [...model.capabilities, ...model.inputModalities];
  return names.includes(word);
}

describe('the golden table', () => {
  it('has 40 calls in each language, over all kinds of work', () => {
    for (const language of ['en', 'zh-Hant', 'zh-Hans'])
      expect(calls.filter((call) => call.language === language)).toHaveLength(40);
    expect(new Set(calls.flatMap(({ kinds }) => kinds)).size).toBe(12);
  });

  it('says of no more than three calls that today another tier answers than a person expects', () => {
    const noted = calls.filter(({ todaysTier }) => todaysTier !== null);
    expect(noted.length).toBeLessThanOrEqual(3);
    for (const { tiers, todaysTier } of noted) expect(tiers).not.toContain(todaysTier);
  });

  it.each(calls)('$language: $prompt ($carries)', (call) => {
    const requirements = describeCall(callOf(call));
    const { candidates } = selectCandidates({ index, requirements, policy: policyOf(call), at });
    expect(call.kinds).toContain(requirements.task);
    expect(requirements.language).toBe(call.language);
    const tiers = call.todaysTier === null ? call.tiers : [call.todaysTier];
    expect(tiers).toContain(candidates[0].tier satisfies Tier);
    const chosen = candidates.map(({ modelId }) => catalog.resolve(modelId).model);
    expect(call.must.filter((word) => !keepTo(chosen, word))).toEqual([]);
  });
});
