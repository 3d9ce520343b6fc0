import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { estimateCost } from '@tierwise/pricing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoCandidateError } from '../src/choose/no-candidate-error.ts';
import { selectCandidates } from '../src/choose/select-candidates.ts';
import type { Policy } from '../src/filter/policy.ts';
import { exactCost } from '../src/model-index/exact-price.ts';
import { indexModels } from '../src/model-index/index-models.ts';
import type { Requirements } from '../src/requirements/requirements.ts';
import { referenceChoice } from './reference-choice.ts';

const at = new Date('2026-11-25T12:00:00Z');
const { models } = bundledCatalog();
const ids = models.map(({ id }) => id);
const index = indexModels(models, {
  speeds: Object.fromEntries(
    ids
      .filter((_, place) => place % 3 > 0)
      .map((id, place) => [id, { latencyMs: 100 + place * 9, tokensPerSecond: 20 + (place % 90) }]),
  ),
});

const requirementsArbitrary: fc.Arbitrary<Requirements> = fc.record({
  task: fc.constantFrom('chat', 'code', 'agent-step', 'vision'),
  difficulty: fc.double({ min: 0, max: 1, noNaN: true }),
  signals: fc.constant([]),
  language: fc.constantFrom('en', 'zh-Hans', 'zh-Hant', 'other'),
  inputModalities: fc.constantFrom(['text'], ['text', 'image'], ['text', 'file', 'audio']),
  capabilities: fc.constantFrom([], ['tools'], ['tools', 'tool-choice'], ['structured-output']),
  inputTokens: fc.constantFrom(
    { expected: 12, p95: 16 },
    { expected: 4_000, p95: 5_200 },
    { expected: 250_000, p95: 325_000 },
  ),
  outputTokens: fc.constantFrom({ expected: 150, p95: 600 }, { expected: 900, p95: 3_600 }),
  agentStep: fc.boolean(),
});

const goals: fc.Arbitrary<Policy> = fc.oneof(
  fc.record({ profile: fc.constantFrom('cheapest', 'balanced', 'quality', 'free-only') }),
  fc.record({ target: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ target: fc.constant(0.9), confidence: fc.constantFrom(0.8, 0.9) }),
  fc.record({ dial: fc.integer({ min: 0, max: 10 }) }),
  fc.record({ valueUsd: fc.constantFrom('0.001', '0.05', '2') }),
);

const limits = fc.record<Policy>(
  {
    tier: fc.constantFrom('free', 'ultra-low', 'economy', 'standard', 'premium'),
    pool: fc.constantFrom('SMALL', 'LARGE', 'CODE', 'VISION'),
    allowFree: fc.boolean(),
    deny: fc.constant(['openai/*', '*mini*']),
    models: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 30 }),
    maxCostUsd: fc.constantFrom('0.001', '0.05'),
    latencyUsdPerSecond: fc.constantFrom('0.00001', '0.001'),
  },
  { requiredKeys: [] },
);

const situations = fc.record(
  {
    unavailable: fc
      .uniqueArray(fc.constantFrom(...ids), { maxLength: 90 })
      .map((out) => new Set(out)),
    warm: fc.record({
      modelId: fc.constantFrom(...ids),
      cachedInputTokens: fc.constantFrom(0, 3_000),
    }),
    escalating: fc.boolean(),
    offsetOf: fc.constant((modelId: string) => (modelId.length % 7) - 3),
  },
  { requiredKeys: [] },
);

function chosen(options: Parameters<typeof selectCandidates>[0]): string[] {
  try {
    return selectCandidates(options).candidates.map(({ modelId }) => modelId);
  } catch (error) {
    if (NoCandidateError.isInstance(error)) return [];
    throw error;
  }
}

describe('the fast choice', () => {
  it('is the one that filtering in words and sorting objects makes', () => {
    fc.assert(
      fc.property(
        requirementsArbitrary,
        goals,
        limits,
        situations,
        fc.constantFrom(1, 4, 9, 500),
        (requirements, goal, limit, situation, maxCandidates) => {
          const policy = { ...goal, ...limit };
          const options = { index, requirements, policy, at, maxCandidates, ...situation };
          expect(chosen(options)).toEqual(referenceChoice(options));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('prices as pricing does, to the last digit', () => {
    const tokens = fc.integer({ min: 0, max: 2_000_000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...index),
        tokens,
        tokens,
        (indexed, inputTokens, outputTokens) => {
          const call = { inputTokens, outputTokens, at };
          expect(exactCost(indexed, call)).toBe(estimateCost({ model: indexed.model, ...call }));
        },
      ),
      { numRuns: 500 },
    );
  });
});
