import { describe, expect, it } from 'vitest';
import {
  createSimulator,
  createVirtualClock,
  type Simulator,
  type SimulatorOptions,
} from '../src/index.ts';
import { ask, chat, type Answer } from './ask.ts';
import { CATALOG, ENDPOINTS, PROVIDERS } from './small-catalog.ts';

const create = (options: SimulatorOptions = {}): Simulator =>
  createSimulator({ catalog: CATALOG, endpoints: ENDPOINTS, providers: PROVIDERS, ...options });
const times = (count: number, call: () => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, call));

describe('credits', () => {
  it('go down by what each call reports, exactly', async () => {
    const simulator = create({ creditsUsd: '1' });
    const answers = await times(7, () => chat(simulator, 'acme/plain'));
    const { body } = await ask(simulator, '/api/v1/credits');
    const reported = answers.reduce((sum, answer) => sum + answer.body.usage.cost, 0);
    expect(body.data.total_credits).toBe(1);
    expect(body.data.total_usage).toBeCloseTo(reported, 12);
    expect(simulator.state().spentUsd).toMatch(/^0\.00\d+$/);
  });

  it('that are used up are refused with 402, which free models survive', async () => {
    const simulator = create({ creditsUsd: '0' });
    const paid = await chat(simulator, 'acme/plain');
    const free = await chat(simulator, 'acme/open:free');
    expect([paid.status, paid.body.error.metadata.limit_source, free.status]).toEqual([
      402,
      'openrouter_credits',
      200,
    ]);
  });

  it('that do not cover max_tokens are refused before the call', async () => {
    const simulator = create({ creditsUsd: '0.001' });
    expect((await chat(simulator, 'acme/plain', { max_tokens: 900 })).status).toBe(402);
    expect((await chat(simulator, 'acme/plain', { max_tokens: 20 })).status).toBe(200);
  });

  it('that fell below zero block free models too', async () => {
    const simulator = create();
    await chat(simulator, 'acme/plain');
    simulator.setCredits('0');
    expect((await chat(simulator, 'acme/open:free')).status).toBe(402);
  });

  it('are held back by calls under way, with a hint to come again', async () => {
    const time = createVirtualClock();
    const simulator = create({ creditsUsd: '0.002', speed: 1, clock: time.now, sleep: time.sleep });
    const first = chat(simulator, 'acme/plain', { max_tokens: 300 });
    await expect.poll(() => time.waiting()).toBe(1);
    const second = await chat(simulator, 'acme/plain', { max_tokens: 300 });
    expect([
      second.status,
      second.headers.get('retry-after'),
      second.body.error.metadata.limit_source,
    ]).toEqual([402, '1', 'openrouter_in_flight_budget']);
    await time.advance(60_000);
    expect((await first).status).toBe(200);
    const third = chat(simulator, 'acme/plain', { max_tokens: 300 });
    await time.advance(60_000);
    expect((await third).status).toBe(200);
  });

  it('are not touched by a call that failed', async () => {
    const simulator = create({ faults: [{ type: 'sse-error', at: 'after-content' }] });
    await chat(simulator, 'acme/plain', { stream: true });
    expect(simulator.state().spentUsd).toBe('0');
  });
});

describe('keys', () => {
  const apiKeys = [
    { key: 'sk-a', label: 'a', limitUsd: '0.0002', limitReset: 'daily', environment: 'ci' },
    { key: 'sk-b', label: 'b', isManagementKey: false },
    { key: 'sk-old', expiresAt: '2020-01-01T00:00:00Z' },
  ] as const;

  it('have limits of their own, which start anew each day', async () => {
    const time = createVirtualClock();
    const simulator = create({ apiKeys, clock: time.now });
    const [first, second] = [
      await chat(simulator, 'acme/plain', {}, { key: 'sk-a' }),
      await chat(simulator, 'acme/plain', {}, { key: 'sk-a' }),
    ];
    expect([first.status, second.status, second.body.error?.metadata.limit_source]).toEqual([
      200,
      402,
      'openrouter_key_limit',
    ]);
    expect((await chat(simulator, 'acme/plain', {}, { key: 'sk-b' })).status).toBe(200);
    await time.advance(86_400_000);
    expect((await chat(simulator, 'acme/plain', {}, { key: 'sk-a' })).status).toBe(200);
  });

  it('say what they are and what they spent, never the secret', async () => {
    const simulator = create({ apiKeys });
    await chat(simulator, 'acme/plain', {}, { key: 'sk-a' });
    const { body } = await ask(simulator, '/api/v1/key', { key: 'sk-a' });
    expect(body.data).toMatchObject({
      label: 'a (simulated)',
      limit: 0.0002,
      limit_reset: 'daily',
      workspace_id: 'ci',
    });
    expect(body.data.usage).toBe(body.data.usage_daily);
    expect(JSON.stringify([body, simulator.requests(), simulator.state()])).not.toContain('sk-a');
  });

  it('are refused once expired, or unknown, or missing', async () => {
    const simulator = create({ apiKeys });
    const statuses = await Promise.all(
      ['sk-old', 'sk-none', ''].map(
        async (key) => (await chat(simulator, 'acme/plain', {}, { key })).status,
      ),
    );
    expect(statuses).toEqual([401, 401, 401]);
  });
});

describe('free models', () => {
  it('take twenty requests a minute, then answer 429 with the reset', async () => {
    const time = createVirtualClock(Date.UTC(2026, 10, 10, 12, 0, 30));
    const simulator = create({ clock: time.now });
    const answers = await times(21, () => chat(simulator, 'acme/open:free'));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers.get('x-ratelimit-reset')).toBe(
      String(Date.UTC(2026, 10, 10, 12, 1)),
    );
    await time.advance(30_000);
    expect((await chat(simulator, 'acme/open:free')).status).toBe(200);
  });

  it.each([
    ['5', 50],
    ['10', 1000],
  ])('take, with %s USD bought, %i requests a day', async (creditsUsd, limit) => {
    const { body } = await ask(create({ creditsUsd }), '/api/v1/key');
    expect(body.data.free_model_daily_requests).toEqual({ limit, used: 0, remaining: limit });
  });

  it('are out for the day with a 429 that names its source, until midnight UTC', async () => {
    const time = createVirtualClock(Date.UTC(2026, 10, 10, 23, 59));
    const simulator = create({ freePerDay: 2, clock: time.now });
    const answers = await times(3, () => chat(simulator, 'acme/open:free'));
    const refused = answers.find((answer) => answer.status === 429);
    expect(refused?.body.error).toMatchObject({
      code: 429,
      metadata: {
        limit_source: 'openrouter_free_tier_daily',
        headers: {
          'X-RateLimit-Limit': '2',
          'X-RateLimit-Remaining': '0',
          'X-RateLimit-Reset': String(Date.UTC(2026, 10, 11)),
        },
      },
    });
    expect((await chat(simulator, 'acme/plain')).status).toBe(200);
    await time.advance(60_000);
    expect((await chat(simulator, 'acme/open:free')).status).toBe(200);
  });
});

/** What a call on the account's own key costs: to OpenRouter, and to the provider. */
const byokCost = async (allowanceUsd: string): Promise<[number, number]> => {
  const simulator = create({ byok: { providers: ['alpha'], allowanceUsd } });
  const { body } = await chat(simulator, 'acme/open', { provider: { only: ['alpha'] } });
  return [body.usage.cost, body.usage.cost_details.upstream_inference_cost];
};

describe("the account's own provider keys", () => {
  it('pay the provider; OpenRouter charges nothing within the allowance and 5 % beyond', async () => {
    const [free, fee] = [await byokCost('25000'), await byokCost('0')];
    expect(free[0]).toBe(0);
    expect(fee[0] / fee[1]).toBeCloseTo(0.05, 9);
  });
});

describe('after a call', () => {
  it('its generation can be read, whole or broken off', async () => {
    const simulator = create();
    const { body, headers } = await chat(simulator, 'acme/plain');
    const generation = (
      await ask(simulator, `/api/v1/generation?id=${headers.get('x-generation-id')}`)
    ).body.data;
    expect(generation).toMatchObject({
      model: 'acme/plain',
      total_cost: body.usage.cost,
      tokens_completion: body.usage.completion_tokens,
      cancelled: false,
      provider_responses: [{ status: 200 }],
    });
  });

  it('its place in the activity is by day, model and endpoint', async () => {
    const time = createVirtualClock();
    const simulator = create({ clock: time.now });
    await chat(simulator, 'acme/plain');
    await chat(simulator, 'acme/plain');
    await time.advance(86_400_000);
    await chat(simulator, 'acme/plain');
    const { body } = await ask(simulator, '/api/v1/activity');
    expect(
      body.data.map((row: { date: string; requests: number }) => [row.date, row.requests]),
    ).toEqual([
      ['2026-11-10', 2],
      ['2026-11-11', 1],
    ]);
    expect((await ask(simulator, '/api/v1/activity?date=2026-11-11')).body.data).toHaveLength(1);
  });
});
