import { type Model, tierOf } from '@tierwise/catalog';
import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { compareUsd } from '@tierwise/pricing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { droppedModels } from '../filter/dropped-models.ts';
import { filterModels } from '../filter/filter-models.ts';
import type { Policy } from '../filter/policy.ts';
import { indexModels } from '../model-index/index-models.ts';
import { describeCall } from '../requirements/describe-call.ts';
import type { Requirements } from '../requirements/requirements.ts';
import type { Candidate } from './candidate.ts';
import { NoCandidateError } from './no-candidate-error.ts';
import { selectCandidates } from './select-candidates.ts';
import { testModel, testPrices } from './test-model.ts';

const at = new Date('2026-11-12T12:00:00Z');
const question = describeCall({
  prompt: [{ role: 'user', content: 'What is the capital of Mongolia?' }],
});

const cheap = testModel({ id: 'acme/cheap', prices: testPrices('0.0000001', '0.0000002') });
const dear = testModel({ id: 'zenith/dear', prices: testPrices('0.00001', '0.00003') });

function ids(
  models: readonly Model[],
  { requirements = question, policy = {} }: { requirements?: Requirements; policy?: Policy } = {},
): string[] {
  return selectCandidates({
    index: indexModels(models),
    requirements,
    policy,
    at,
    maxCandidates: 20,
  }).candidates.map(({ modelId }) => modelId);
}

function rulesFor(
  models: readonly Model[],
  requirements: Requirements,
  policy: Policy = {},
): Record<string, string> {
  const { dropped } = selectCandidates({
    index: indexModels([...models, cheap]),
    requirements,
    policy,
    at,
  });
  return Object.fromEntries(dropped.map(({ modelId, rule }) => [modelId, rule]));
}

/** Asks two paid models for a free answer. */
function selectFree(): unknown {
  return selectCandidates({
    index: indexModels([cheap, dear]),
    requirements: question,
    policy: { tier: 'free' },
    at,
  });
}

describe('the order of candidates', () => {
  it('begins with the cheapest model for an easy call', () => {
    expect(ids([dear, cheap], { requirements: { ...question, difficulty: 0 } })[0]).toBe(
      'acme/cheap',
    );
  });

  it('begins with the ablest model for the hardest call', () => {
    expect(ids([cheap, dear], { requirements: { ...question, difficulty: 1 } })[0]).toBe(
      'zenith/dear',
    );
  });

  it('puts models of different vendors first, so that one outage does not take all', () => {
    const sibling = testModel({
      id: 'acme/cheap-too',
      prices: testPrices('0.0000001', '0.00000021'),
    });
    expect(ids([cheap, sibling, dear], { requirements: { ...question, difficulty: 0 } })).toEqual([
      'acme/cheap',
      'zenith/dear',
      'acme/cheap-too',
    ]);
  });

  it('keeps the order of models that the caller asks for', () => {
    expect(ids([cheap, dear], { policy: { models: ['zenith/dear', 'acme/cheap'] } })).toEqual([
      'zenith/dear',
      'acme/cheap',
    ]);
  });

  it('says why', () => {
    const { candidates } = selectCandidates({
      index: indexModels([cheap, dear]),
      requirements: { ...question, difficulty: 0 },
      at,
    });
    expect(candidates[0]).toMatchObject({
      modelId: 'acme/cheap',
      tier: 'ultra-low',
      reason: 'cheapest that should get 90 % of factual calls at difficulty 0.00 right',
    });
    expect(candidates[0].estCostUsd).toMatch(/^0\.\d+$/);
  });
});

describe('models that are left out', () => {
  it.each<[string, Partial<Model>, Partial<Requirements>, Policy]>([
    ['capability', { capabilities: ['json-object'] }, { capabilities: ['tools'] }, {}],
    ['modality', { inputModalities: [] }, {}, {}],
    ['context', { contextTokens: 50 }, {}, {}],
    ['context', { contextTokens: null }, {}, {}],
    ['output', { outputModalities: ['image', 'text'] }, {}, {}],
    ['expiring', { expiresOn: '2026-11-13' }, {}, {}],
    [
      'anomalous-price',
      { prices: { rates: { input: '0', output: '0.000002' }, overrides: [], dynamic: false } },
      {},
      {},
    ],
    ['unknown-price', { prices: { rates: {}, overrides: [], dynamic: false } }, {}, {}],
    ['moving-target', { prices: { rates: {}, overrides: [], dynamic: true } }, {}, {}],
    ['tier', { prices: testPrices('0.00001', '0.00003') }, {}, { tier: 'ultra-low' }],
    ['max-cost', { prices: testPrices('0.01', '0.03') }, {}, { maxCostUsd: '0.001' }],
    ['deny', {}, {}, { deny: ['bad/*'] }],
    ['allow', {}, {}, { allow: ['acme/*'] }],
    ['not-listed', {}, {}, { models: ['acme/cheap'] }],
  ])('by the rule "%s" are recorded under it', (rule, facts, changes, policy) => {
    const bad = testModel({ id: 'bad/model', ...facts });
    expect(rulesFor([bad], { ...question, ...changes }, policy)).toMatchObject({
      'bad/model': rule,
    });
  });

  it('include aliases, routers, batch ids and free models unless they are asked for', () => {
    const models = [
      testModel({ id: '~bad/family-latest' }),
      testModel({ id: 'openrouter/auto' }),
      testModel({ id: 'bad/model:batch' }),
      testModel({ id: 'bad/model:free', prices: testPrices('0', '0') }),
    ];
    expect(rulesFor(models, question)).toEqual({
      '~bad/family-latest': 'moving-target',
      'openrouter/auto': 'moving-target',
      'bad/model:batch': 'batch',
      'bad/model:free': 'free-consent',
    });
  });

  it('include free models under a tighter data policy even with consent', () => {
    const free = testModel({ id: 'bad/model:free', prices: testPrices('0', '0') });
    expect(
      rulesFor([free], question, { allowFree: true, dataPolicy: 'no-training' }),
    ).toMatchObject({ 'bad/model:free': 'data-policy' });
  });

  it('can be all of them, and then the error counts the rules', () => {
    expect(selectFree).toThrow(/No model fits this call: 2 dropped by "tier"/);
    expect(selectFree).toThrow(expect.toSatisfy(NoCandidateError.isInstance));
  });
});

describe('over the bundled catalogue', () => {
  const { models } = bundledCatalog();
  const index = indexModels(models);

  const requirementsArbitrary = fc
    .record({
      difficulty: fc.double({ min: 0, max: 1, noNaN: true }),
      capabilities: fc.subarray(['tools', 'structured-output', 'reasoning'] as const),
      inputModalities: fc.constantFrom(['text'], ['text', 'image'], ['text', 'file']),
      inputTokens: fc
        .integer({ min: 1, max: 500_000 })
        .map((expected) => ({ expected, p95: expected * 2 })),
    })
    .map((changes): Requirements => ({
      ...question,
      ...changes,
      capabilities: [...changes.capabilities],
    }));

  it('no candidate ever violates a requirement', () => {
    fc.assert(
      fc.property(requirementsArbitrary, (requirements) => {
        for (const { modelId } of selectCandidates({ index, requirements, at }).candidates) {
          const model = models.find(({ id }) => id === modelId);
          expect(model?.capabilities).toEqual(
            expect.arrayContaining([...requirements.capabilities]),
          );
          expect(model?.inputModalities).toEqual(
            expect.arrayContaining([...requirements.inputModalities]),
          );
          expect(model?.contextTokens).toBeGreaterThan(requirements.inputTokens.p95);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('the choice does not depend on the order of the catalogue', () => {
    const expected = selectCandidates({ index, requirements: question, at });
    fc.assert(
      fc.property(fc.shuffledSubarray([...models], { minLength: models.length }), (shuffled) => {
        expect(
          selectCandidates({ index: indexModels(shuffled), requirements: question, at }).candidates,
        ).toEqual(expected.candidates);
      }),
      { numRuns: 10 },
    );
  });

  it('a harder call never chooses a cheaper first model', () => {
    fc.assert(
      fc.property(
        fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        (pair) => {
          const [easier = 0, harder = 0] = pair.toSorted((one, other) => one - other);
          const easy = selectCandidates({
            index,
            requirements: { ...question, difficulty: easier },
            at,
          });
          const hard = selectCandidates({
            index,
            requirements: { ...question, difficulty: harder },
            at,
          });
          expect(
            compareUsd(hard.candidates[0].estCostUsd, easy.candidates[0].estCostUsd),
          ).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 50 },
    );
  });

  const firstAt = (target: number, requirements: Requirements): Candidate =>
    selectCandidates({ index, requirements, policy: { target }, at }).candidates[0];
  const targets = fc.double({ min: 0, max: 1, noNaN: true });

  it('B3.23: a higher target never lowers the chance of the first choice', () => {
    fc.assert(
      fc.property(targets, targets, requirementsArbitrary, (one, other, requirements) => {
        expect(firstAt(Math.max(one, other), requirements).pOk).toBeGreaterThanOrEqual(
          firstAt(Math.min(one, other), requirements).pOk,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('B3.23: a cheaper copy of a model is always preferred, and a dearer copy changes nothing', () => {
    fc.assert(
      fc.property(requirementsArbitrary, (requirements) => {
        const before = firstAt(0, requirements).modelId;
        const model = models.find(({ id }) => id === before);
        if (model === undefined) throw new Error(`${before} is not in the catalogue`);
        const { rates } = model.prices;
        const scaled = (factor: number): Model => ({
          ...model,
          id: `copy/of-it-${factor}`,
          vendor: 'copy',
          prices: {
            ...model.prices,
            rates: Object.fromEntries(
              Object.entries(rates).map(([name, rate]) => [
                name,
                (Number(rate) * factor).toFixed(20),
              ]),
            ),
          },
        });
        const choose = (all: readonly Model[]): string =>
          selectCandidates({ index: indexModels(all), requirements, policy: { target: 0 }, at })
            .candidates[0].modelId;
        expect(choose([...models, scaled(2)])).toBe(before);
        expect(choose([...models, scaled(0.5)])).toBe('copy/of-it-0.5');
      }),
      { numRuns: 15 },
    );
  });

  it('B3.23: loosening what is required never makes the cheapest price worse', () => {
    fc.assert(
      fc.property(requirementsArbitrary, (requirements) => {
        const loose = { ...requirements, capabilities: [], inputModalities: ['text'] as const };
        const costs = [loose, requirements].map((needs) => firstAt(0, needs).estCostUsd);
        expect(compareUsd(costs[0] ?? '', costs[1] ?? '')).toBeLessThanOrEqual(0);
      }),
      { numRuns: 25 },
    );
  });

  it('the rules in words and the fast filter keep the same models', () => {
    const policies = fc.record(
      {
        tier: fc.constantFrom('free', 'ultra-low', 'economy', 'standard', 'premium'),
        allowFree: fc.boolean(),
        deny: fc.constant(['openai/*']),
        maxCostUsd: fc.constantFrom('0.0001', '0.002', '0.05'),
        dataPolicy: fc.constantFrom('any', 'no-training'),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Policy>;
    fc.assert(
      fc.property(requirementsArbitrary, policies, (requirements, policy) => {
        const context = { requirements, policy, at };
        const { table, size } = filterModels(index, context);
        const places = table.workspace.places.slice(0, size);
        const kept = new Set(Array.from(places, (place) => table.models[place]?.model.id));
        const dropped = new Set(droppedModels(index, context).map(({ modelId }) => modelId));
        for (const { model } of index) expect(kept.has(model.id)).toBe(!dropped.has(model.id));
      }),
      { numRuns: 25 },
    );
  });

  it('every tier can be asked for and is kept to', () => {
    for (const tier of ['free', 'ultra-low', 'economy', 'standard', 'premium'] as const) {
      const { candidates } = selectCandidates({
        index,
        requirements: question,
        policy: { tier },
        at,
      });
      for (const { modelId } of candidates)
        expect(tierOf(bundledCatalog().resolve(modelId).model)).toBe(tier);
    }
  });
});
