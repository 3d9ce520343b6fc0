import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../choose/candidate.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { createLearner } from './create-learner.ts';
import { explore } from './explore.ts';
import { loadLearner } from './load-learner.ts';
import type { OutcomeEvent, OutcomeResult } from './outcome-event.ts';

const DAY_MS = 24 * 3600 * 1000;
const outcome = (result: OutcomeResult, changes: Partial<OutcomeEvent> = {}): OutcomeEvent => ({
  modelId: 'acme/one',
  task: 'code',
  result,
  pOk: 0.8,
  atMs: 0,
  ...changes,
});

function learned(results: readonly OutcomeResult[], nowMs = 0): number {
  const learner = createLearner({ nowMs: () => nowMs });
  for (const result of results) learner.record(outcome(result));
  return learner.offsetOf('acme/one', 'code');
}

describe('a learner', () => {
  it('lifts a model that does better than expected and lowers one that does worse, a little for few outcomes', () => {
    const once = learned(['rejected']);
    const often = learned(Array.from({ length: 30 }, () => 'rejected' as const));
    expect(learned(Array.from({ length: 30 }, () => 'ok' as const))).toBeGreaterThan(0);
    expect(once).toBeLessThan(0);
    expect(often).toBeLessThan(once);
    expect(often).toBeGreaterThanOrEqual(-15);
  });

  it('takes a user who asks again as a weak sign, and an error of the network as none', () => {
    expect(learned(['user-retry'])).toBeGreaterThan(learned(['escalated']));
    expect(learned(['error'])).toBe(0);
  });

  it('knows the task: what failed at code says less about writing', () => {
    const learner = createLearner({ nowMs: () => 0 });
    for (let count = 0; count < 20; count += 1) learner.record(outcome('rejected'));
    expect(learner.offsetOf('acme/one', 'code')).toBeLessThan(
      learner.offsetOf('acme/one', 'write'),
    );
    expect(learner.offsetOf('acme/two', 'code')).toBe(0);
  });

  it('forgets', () => {
    const results = Array.from({ length: 20 }, () => 'rejected' as const);
    expect(learned(results, 140 * DAY_MS)).toBeGreaterThan(learned(results) / 20);
  });

  it('keeps its state below 25 kB and gives the same state for the same outcomes', () => {
    const events = fc.array(
      fc.record({
        modelId: fc
          .integer({ min: 0, max: 400 })
          .map((id) => `vendor-name/model-name-${id}-instruct`),
        task: fc.constantFrom('code' as const, 'write' as const, 'agent-step' as const),
        result: fc.constantFrom<OutcomeResult>(
          'ok',
          'rejected',
          'escalated',
          'user-retry',
          'error',
        ),
        pOk: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        atMs: fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }),
      }),
      { minLength: 400, maxLength: 600 },
    );
    fc.assert(
      fc.property(events, (all) => {
        const states = [createLearner(), createLearner()].map((learner) => {
          for (const event of all) learner.record(event);
          return JSON.stringify(learner.state());
        });
        expect(states[0]).toBe(states[1]);
        expect(states[0]?.length).toBeLessThanOrEqual(25_000);
      }),
      { numRuns: 10 },
    );
  });

  it('survives in a store, and begins anew where the store holds nonsense', async () => {
    let kept: string | null = null;
    const store = {
      load: async () => kept,
      save: async (state: string) => {
        kept = state;
      },
    };
    const first = await loadLearner(store, { nowMs: () => 0 });
    first.record(outcome('rejected'));
    await first.save();
    const second = await loadLearner(store, { nowMs: () => 0 });
    expect(second.offsetOf('acme/one', 'code')).toBe(first.offsetOf('acme/one', 'code'));
    kept = '{broken';
    expect((await loadLearner(store)).state()).toEqual({ version: 1, evidence: {} });
  });
});

function candidate(modelId: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    modelId,
    tier: 'economy',
    ability: 40,
    pOk: 0.9,
    estCostUsd: '0.001',
    reason: '',
    ...changes,
  };
}

describe('exploring', () => {
  const list = [
    candidate('a/one'),
    candidate('b/two', { estCostUsd: '0.0015' }),
    candidate('c/dear', { tier: 'premium' }),
    candidate('d/costly', { estCostUsd: '0.0021' }),
  ] as const;

  it('is off by default', () => {
    expect(explore(list)).toEqual({ candidates: list, propensity: 1 });
  });

  it('stays within 5 %, never takes a dearer tier or twice the cost, and reports its propensity', () => {
    const random = seededRandom(3);
    const runs = Array.from({ length: 4_000 }, () => explore(list, { rate: 1, random }));
    const explored = runs.filter(({ candidates }) => candidates[0].modelId !== 'a/one');
    expect(new Set(explored.map(({ candidates }) => candidates[0].modelId))).toEqual(
      new Set(['b/two']),
    );
    expect(explored.length / runs.length).toBeGreaterThan(0.03);
    expect(explored.length / runs.length).toBeLessThan(0.07);
    expect(explored[0]).toMatchObject({ propensity: 0.05 });
  });

  it('is repeated by the same seed', () => {
    const [one, other] = [5, 5].map((seed) => {
      const random = seededRandom(seed);
      return Array.from(
        { length: 200 },
        () => explore(list, { rate: 0.05, random }).candidates[0].modelId,
      );
    });
    expect(one).toEqual(other);
  });
});
