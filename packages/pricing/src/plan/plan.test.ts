import { bundledCatalog } from '@tierwise/catalog/snapshot';
import { describe, expect, it } from 'vitest';
import { cachingSavings } from './caching-savings.ts';
import { compareStrategies } from './compare-strategies.ts';
import { planTask } from './plan-task.ts';
import { projectMonth } from './project-month.ts';
import { cascade, modelByPhase, type Run, singleModel } from './strategy.ts';
import { agentTask } from './task-phase.ts';
import { topUp } from './top-up.ts';

function model(id: string, input: string, output: string, cacheRead?: string): Run['model'] {
  const rates = { input, output, ...(cacheRead !== undefined && { cacheRead }) };
  return { id, prices: { rates, overrides: [], dynamic: false } };
}

const opus = model('anthropic/claude-opus-4.6', '0.000005', '0.000025', '0.0000005');
const deepseek = model('deepseek/deepseek-v3.2', '0.00000025', '0.00000038');
const router: Run['model'] = {
  id: 'openrouter/auto',
  prices: { rates: {}, overrides: [], dynamic: true },
};

describe('agentTask', () => {
  it('has the three phases of the report, 200,000 to 900,000 tokens in all', () => {
    expect([tokensOf('low'), tokensOf('high')]).toEqual([200_000, 900_000]);
    expect(agentTask().map(({ name }) => name)).toEqual(['scan', 'implement', 'test']);
  });
});

describe('planTask', () => {
  it('sums exact costs over phases', () => {
    const plan = planTask({ phases: agentTask(), strategy: singleModel('premium', opus) });
    expect(plan).toMatchObject({ strategy: 'premium', usd: '6.3' });
    expect(plan.phases.map(({ usd }) => usd)).toEqual(['1.4', '3.5', '1.4']);
  });

  it('pays twice for what a cascade tries twice', () => {
    const strategy = cascade({
      name: 'cascade',
      first: deepseek,
      second: opus,
      escalationShare: '0.2',
    });
    expect(planTask({ phases: agentTask(), strategy }).usd).toBe('1.4967');
  });

  it('knows no cost with a router in it', () => {
    const strategy = modelByPhase('tiers', { scan: router }, opus);
    const plan = planTask({ phases: agentTask(), strategy });
    expect(plan.usd).toBeNull();
    expect(plan.phases.map(({ usd }) => usd)).toEqual([null, '3.5', '1.4']);
  });
});

describe('compareStrategies', () => {
  it('orders plans by cost and says what each saves against the baseline', () => {
    const plans = compareStrategies({
      phases: agentTask(),
      baseline: singleModel('all premium', opus),
      strategies: [
        singleModel('router', router),
        singleModel('cheapest', deepseek),
        modelByPhase('tiers', { scan: deepseek, test: deepseek }, opus),
      ],
    });
    expect(
      plans.map(({ strategy, usd, saving }) => [strategy, usd, saving?.percent ?? null]),
    ).toEqual([
      ['cheapest', '0.2367', '96.24'],
      ['tiers', '3.6052', '42.77'],
      ['all premium', '6.3', '0.00'],
      ['router', null, null],
    ]);
  });

  it('works on the bundled catalogue', () => {
    const catalog = bundledCatalog();
    const [cheapest] = catalog.find({
      capabilities: ['tools'],
      free: false,
      minContextTokens: 128_000,
      sortBy: 'price',
    });
    if (cheapest === undefined) throw new Error('the snapshot has no paid model with tools');
    const [first] = compareStrategies({
      phases: agentTask(),
      baseline: singleModel('premium', catalog.resolve('anthropic/claude-opus-4.6').model),
      strategies: [singleModel('cheapest', cheapest)],
    });
    expect(first?.strategy).toBe('cheapest');
    expect(Number(first?.saving?.percent)).toBeGreaterThan(90);
  });
});

describe('projectMonth and topUp', () => {
  it('keeps the fee for buying credits apart', () => {
    expect(projectMonth({ usdPerTask: '1.4967', tasksPerDay: 10 })).toEqual({
      tasks: 300,
      creditsUsd: '449.01',
      feeUsd: '24.69555',
      totalUsd: '473.70555',
    });
    expect(topUp({ creditsUsd: '5' })).toEqual({ creditsUsd: '5', feeUsd: '0.8', totalUsd: '5.8' });
    expect(topUp({ creditsUsd: '0' }).totalUsd).toBe('0');
  });

  it('says when a count is none', () => {
    expect(() => projectMonth({ usdPerTask: '1', tasksPerDay: 0.5, days: 3 })).toThrow(/is 1.5/);
  });
});

describe('cachingSavings', () => {
  it('shows what a cache saves by its hit rate', () => {
    const call = { model: opus, inputTokens: 100_000, outputTokens: 1000 };
    expect(cachingSavings({ ...call, hitRates: [0, 0.9] })).toEqual([
      { hitRate: 0, usd: '0.525', saving: { usd: '0', percent: '0.00' } },
      { hitRate: 0.9, usd: '0.12', saving: { usd: '0.405', percent: '77.14' } },
    ]);
    expect(cachingSavings({ ...call, model: router })).toBeNull();
    expect(() => cachingSavings({ ...call, hitRates: [2] })).toThrow(/hit rate is 2/);
  });
});

function tokensOf(size: 'low' | 'high'): number {
  return agentTask({ size }).reduce(
    (sum, phase) => sum + phase.inputTokens + phase.outputTokens,
    0,
  );
}
