import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../filter/policy.ts';
import { indexModels } from '../model-index/index-models.ts';
import { describeCall } from '../requirements/describe-call.ts';
import type { Requirements } from '../requirements/requirements.ts';
import type { Candidate } from './candidate.ts';
import { selectCandidates } from './select-candidates.ts';
import { testModel, testPrices } from './test-model.ts';

const at = new Date('2026-11-12T12:00:00Z');
const question = describeCall({
  prompt: [{ role: 'user', content: 'What is the capital of Mongolia?' }],
});

describe('what a goal asks for', () => {
  const small = testModel({ id: 'a/small', prices: testPrices('0.0000001', '0.0000002') });
  const middle = testModel({ id: 'b/middle', prices: testPrices('0.000001', '0.000002') });
  const large = testModel({ id: 'c/large', prices: testPrices('0.00001', '0.00002') });
  const abilities = { 'a/small': 20, 'b/middle': 35, 'c/large': 60 };
  const index = indexModels([small, middle, large], { abilities });
  const first = (policy: Policy, changes: Partial<Requirements> = {}): string =>
    selectCandidates({
      index,
      requirements: { ...question, difficulty: 0.5, ...changes },
      policy,
      at,
    }).candidates[0].modelId;

  it.each<[Policy, string]>([
    [{ profile: 'cheapest' }, 'a/small'],
    [{}, 'b/middle'],
    [{ profile: 'quality' }, 'c/large'],
    [{ dial: 0 }, 'a/small'],
    [{ dial: 5 }, 'b/middle'],
    [{ dial: 10 }, 'c/large'],
    [{ target: 0.9 }, 'b/middle'],
    [{ valueUsd: '0.00001' }, 'a/small'],
    [{ valueUsd: '10' }, 'c/large'],
  ])('%o begins with %s', (policy, modelId) => {
    expect(first(policy)).toBe(modelId);
  });

  it('a confidence asks for more than the estimate alone', () => {
    const imputed = indexModels([small, middle, large]);
    const chanceAt = (confidence: number): number =>
      selectCandidates({
        index: imputed,
        requirements: { ...question, difficulty: 0.1 },
        policy: { target: 0.8, confidence },
        at,
      }).candidates[0].ability;
    expect(chanceAt(0.95)).toBeGreaterThanOrEqual(chanceAt(0.5));
  });

  it('a user table wins over the catalogue, and by kind of work over all work', () => {
    const coder = indexModels([small, large], {
      abilities: { 'a/small': { general: 10, coding: 70 }, 'c/large': 40 },
    });
    const firstOf = (task: Requirements['task']): string =>
      selectCandidates({
        index: coder,
        requirements: { ...question, task, difficulty: 0.5 },
        policy: { dial: 10 },
        at,
      }).candidates[0].modelId;
    expect(firstOf('code')).toBe('a/small');
    expect(firstOf('write')).toBe('c/large');
  });

  it('a warm cache is worth staying for, and a tool loop is never handed to a weaker model', () => {
    const cached = testModel({
      id: 'd/cached',
      prices: {
        ...testPrices('0.0000012', '0.000002'),
        rates: { input: '0.0000012', output: '0.000002', cacheRead: '0.0000001' },
      },
    });
    const two = indexModels([middle, cached], { abilities: { 'b/middle': 40, 'd/cached': 45 } });
    const requirements = {
      ...question,
      inputTokens: { expected: 20_000, p95: 26_000 },
      difficulty: 0.2,
    };
    const warm = { modelId: 'd/cached', cachedInputTokens: 19_000 };
    const stay = selectCandidates({ index: two, requirements, warm, at }).candidates[0];
    expect(stay.modelId).toBe('d/cached');
    expect(selectCandidates({ index: two, requirements, at }).candidates[0].modelId).toBe(
      'b/middle',
    );
    const step = { ...requirements, agentStep: true, difficulty: 0 };
    const cold = { modelId: 'd/cached', cachedInputTokens: 0 };
    const inLoop = selectCandidates({ index: two, requirements: step, warm: cold, at });
    expect(inLoop.candidates[0].modelId).toBe('d/cached');
  });

  it('models that are not available are dropped by the rule "health"', () => {
    const { candidates, dropped } = selectCandidates({
      index,
      requirements: question,
      unavailable: new Set(['b/middle']),
      at,
    });
    expect(candidates.map(({ modelId }) => modelId)).not.toContain('b/middle');
    expect(dropped).toMatchObject([{ modelId: 'b/middle', rule: 'health' }]);
  });

  it('prefers models trained on Chinese first for a Chinese call, where the difference is small', () => {
    const chinese = testModel({ id: 'qwen/one', vendor: 'qwen' });
    const both = indexModels([chinese, testModel({ id: 'acme/one' })], {
      abilities: { 'qwen/one': 40, 'acme/one': 41 },
    });
    const firstIn = (language: Requirements['language']): string =>
      selectCandidates({
        index: both,
        requirements: { ...question, language },
        policy: { dial: 10 },
        at,
      }).candidates[0].modelId;
    expect(firstIn('en')).toBe('acme/one');
    expect(firstIn('zh-Hant')).toBe('qwen/one');
  });

  it('an escalation goes up in ability, where an outage goes on at the same price', () => {
    const whole = indexModels(bundledCatalog().models);
    const requirements = { ...question, difficulty: 0.5 };
    const [steps = [], level = []] = [true, false].map(
      (escalating): readonly Candidate[] =>
        selectCandidates({ index: whole, requirements, policy: { target: 0.8 }, escalating, at })
          .candidates,
    );
    expect(steps[0]).toEqual(level[0]);
    const chances = steps.map(({ pOk }) => pOk);
    expect(chances).toEqual(chances.toSorted((one, other) => one - other));
    expect(chances.at(-1)).toBeGreaterThan(0.96);
    expect(Number(steps[3]?.estCostUsd)).toBeGreaterThan(Number(level[3]?.estCostUsd));
  });
});
