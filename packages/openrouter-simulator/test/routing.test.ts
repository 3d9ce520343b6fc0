import { describe, expect, it } from 'vitest';
import {
  createSimulator,
  createVirtualClock,
  type SimulatorOptions,
  type Simulator,
} from '../src/index.ts';
import { ask, chat } from './ask.ts';
import { CATALOG, ENDPOINTS, PROVIDERS } from './small-catalog.ts';

const create = (options: SimulatorOptions = {}): Simulator =>
  createSimulator({ catalog: CATALOG, endpoints: ENDPOINTS, providers: PROVIDERS, ...options });

/** The provider that answers `acme/open` under some preferences. */
const providerOf = async (
  provider: object,
  more: object = {},
  model = 'acme/open',
): Promise<unknown> => (await chat(create(), model, { provider, ...more })).body.provider;

describe('provider preferences', () => {
  it.each<[string, object, string]>([
    ['order', { order: ['gamma', 'beta'] }, 'Gamma'],
    ['order by display name', { order: ['Beta'] }, 'Beta'],
    ['only', { only: ['beta'] }, 'Beta'],
    ['ignore', { ignore: ['alpha', 'gamma'] }, 'Beta'],
    ['sort by price', { sort: 'price' }, 'Alpha'],
    ['sort by throughput', { sort: 'throughput' }, 'Gamma'],
    ['sort by latency', { sort: { by: 'latency' } }, 'Beta'],
    ['sort by tool quality', { sort: 'exacto' }, 'Beta'],
    ['quantizations', { quantizations: ['bf16'] }, 'Beta'],
    ['data_collection: deny', { data_collection: 'deny', sort: 'price' }, 'Gamma'],
    ['zdr', { zdr: true }, 'Beta'],
    ['region', { region: 'eu' }, 'Beta'],
    ['max_price', { max_price: { prompt: '1.5' } }, 'Alpha'],
    ['preferred_max_latency', { preferred_max_latency: 0.2 }, 'Beta'],
    ['preferred_min_throughput', { preferred_min_throughput: { p50: 150 } }, 'Gamma'],
    ['a tier that is named', { only: ['gamma/priority'] }, 'Gamma'],
  ])('obey %s', async (_name, provider, expected) => {
    expect(await providerOf(provider)).toBe(expected);
  });

  it('obey require_parameters by what the request uses', async () => {
    expect(
      await providerOf({ require_parameters: true, order: ['alpha', 'beta'] }, { top_k: 4 }),
    ).toBe('Beta');
    expect(await providerOf({ order: ['alpha', 'beta'] }, { top_k: 4 })).toBe('Alpha');
  });

  it('leave out endpoints whose context is too short', async () => {
    expect(await providerOf({ order: ['gamma', 'beta'] }, { max_tokens: 200 })).toBe('Beta');
  });

  it('charge what the endpoint asks, not what the row says', async () => {
    const costs = await Promise.all(
      ['alpha', 'beta'].map(
        async (name) =>
          (await chat(create(), 'acme/open', { provider: { only: [name] } })).body.usage.cost,
      ),
    );
    expect(costs[1] / costs[0]).toBeCloseTo(4, 6);
  });

  it.each<[string, object, string, string[]]>([
    [
      'privacy',
      { zdr: true, ignore: ['beta'] },
      'constraint_filtered',
      ['data_policy:zdr', 'allowed_providers'],
    ],
    [
      'privacy alone',
      { zdr: true, region: 'us' },
      'privacy_restricted',
      ['data_policy:zdr', 'data_region'],
    ],
    [
      'price',
      { max_price: { prompt: '0.1' } },
      'constraint_filtered',
      ['allowed_providers', 'max_price'],
    ],
  ])(
    'that leave nothing by %s are answered with the reasons',
    async (_name, provider, code, excludedBy) => {
      const { status, body } = await chat(create(), 'acme/open', { provider });
      expect(status).toBe(404);
      expect(body.error.availability).toMatchObject({
        code,
        retryable: false,
        excluded_by: excludedBy,
      });
    },
  );

  it('spread calls by the inverse square of the price', async () => {
    const simulator = create({ seed: 5 });
    for (let call = 0; call < 300; call += 1) {
      await chat(simulator, 'acme/open', { provider: { ignore: ['beta'] } });
    }
    // Alpha costs half of Gamma: four times as many calls.
    const share =
      simulator.requests().filter((request) => request.provider === 'Alpha').length / 300;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.9);
  });
});

describe('fallback', () => {
  it('moves on to the next endpoint, unless it may not', async () => {
    const faults = [{ provider: 'alpha', type: 'status', status: 503 }] as const;
    const order = ['alpha', 'beta'];
    const moved = await chat(create({ faults }), 'acme/open', { provider: { order } });
    const stayed = await chat(create({ faults }), 'acme/open', {
      provider: { order, allow_fallbacks: false },
    });
    expect([moved.body.provider, stayed.status]).toEqual(['Beta', 503]);
  });

  it('tells of every endpoint when all fail', async () => {
    const faults = [{ provider: '*', type: 'status', status: 502 }] as const;
    const { body } = await chat(create({ faults }), 'acme/open', {
      provider: { order: ['alpha', 'beta', 'gamma'] },
    });
    expect(body.error.metadata.previous_errors).toEqual([
      { provider: 'Alpha', code: 502, status: 502 },
      { provider: 'Beta', code: 502, status: 502 },
    ]);
  });

  it.each<[string, string, object]>([
    ['a model that is not there', 'acme/gone', {}],
    [
      'a context that is too short',
      'acme/plain',
      { messages: [{ role: 'user', content: 'word '.repeat(1200) }] },
    ],
    ['moderation', 'acme/plain', { messages: [{ role: 'user', content: 'x [simulate:flagged]' }] }],
    ['missing tools', 'acme/plain', { tools: [{ type: 'function', function: { name: 'f' } }] }],
  ])('moves on to the next model after %s', async (_name, model, more) => {
    const { body } = await chat(create(), model, { models: ['acme/eyes'], ...more });
    expect(body.model).toBe('acme/eyes');
  });

  it('takes at most three fallback models', async () => {
    const { status, body } = await chat(create(), 'acme/open', {
      models: ['a/b', 'c/d', 'e/f', 'g/h'],
    });
    expect([status, body.error.message]).toEqual([
      400,
      "'models' array must have 3 items or fewer",
    ]);
  });

  it('stops at a failure of the account', async () => {
    const simulator = create({ creditsUsd: '0' });
    const { status } = await chat(simulator, 'acme/open', { models: ['acme/plain'] });
    expect([status, simulator.requests()[0]?.attempts.length]).toEqual([402, 1]);
  });
});

describe('model ids', () => {
  it.each([
    ['acme/open:nitro', 'Gamma'],
    ['acme/open:floor', 'Alpha'],
    ['acme/open:exacto', 'Beta'],
  ])('%s is answered by %s', async (model, provider) => {
    expect(await providerOf({}, {}, model)).toBe(provider);
  });

  it(':online searches the web, and charges for it', async () => {
    const { body } = await chat(create(), 'acme/plain:online');
    expect(body.usage.server_tool_use_details.web_search_requests).toBe(1);
    expect(body.usage.cost - body.usage.cost_details.upstream_inference_cost).toBeCloseTo(
      0.007,
      12,
    );
  });

  it('an alias is answered by its target', async () => {
    expect((await chat(create(), '~acme/open-latest')).body.model).toBe('acme/open');
  });

  it('openrouter/free finds a free model that can answer', async () => {
    expect((await chat(create(), 'openrouter/free')).body.model).toBe('acme/open:free');
  });

  it('openrouter/auto finds a model that can see, and obeys its plugin', async () => {
    const content = [{ type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } }];
    const seen = await chat(create(), 'openrouter/auto', { messages: [{ role: 'user', content }] });
    const allowed = await chat(create(), 'openrouter/auto', {
      plugins: [{ id: 'auto-router', allowed_models: ['acme/pl*'] }],
    });
    expect([seen.body.model, allowed.body.model]).toEqual(['acme/eyes', 'acme/plain']);
  });

  it(':batch and :free are models of their own in the bundled catalogue', async () => {
    const simulator = createSimulator();
    const ids = simulator.catalog.models().map((model) => model.id);
    const batch = ids.find((id) => id.endsWith(':batch')) ?? '';
    const full = await chat(simulator, batch.replace(':batch', ''), { max_tokens: 5 });
    const half = await chat(simulator, batch, { max_tokens: 5 });
    expect([full.status, half.status, half.body.model]).toEqual([200, 200, batch]);
    expect(half.body.usage.cost).toBeLessThan(full.body.usage.cost);
  });
});

const failing = (status: number): Simulator => create({ faults: [{ type: 'status', status }] });

describe('router metadata', () => {
  const headers = { 'X-OpenRouter-Metadata': 'enabled' };

  it('is told on demand, with every attempt', async () => {
    const simulator = create({ faults: [{ provider: 'alpha', type: 'status', status: 503 }] });
    const more = { provider: { order: ['alpha', 'beta'] } };
    expect((await chat(simulator, 'acme/open', more)).body.openrouter_metadata).toBeUndefined();
    const { body } = await chat(simulator, 'acme/open', more, { headers });
    expect(body.openrouter_metadata).toMatchObject({
      requested: 'acme/open',
      strategy: 'direct',
      attempt: 2,
      endpoints: { total: 3 },
      attempts: [
        { provider: 'Alpha', status: 503 },
        { provider: 'Beta', status: 200 },
      ],
    });
  });

  it('comes with errors too, but for a masked 500', async () => {
    const told = await chat(failing(503), 'acme/open', {}, { headers });
    const masked = await chat(failing(500), 'acme/open', {}, { headers });
    expect([told.body.openrouter_metadata?.attempt, masked.body.openrouter_metadata]).toEqual([
      0,
      undefined,
    ]);
    expect(masked.body.error).toEqual({ code: 500, message: 'Internal Server Error' });
  });
});

const idsOf = async (query: string, simulator = create()): Promise<string[]> =>
  (await ask(simulator, `/api/v1/models${query}`)).body.data.map(
    (model: { id: string }) => model.id,
  );

describe('the catalogue routes', () => {
  it.each<[string, string[]]>([
    ['?supported_parameters=tools,max_tokens', ['acme/open', 'acme/open:free']],
    ['?input_modalities=image', ['acme/eyes']],
    ['?max_price=0&q=open', ['acme/open:free', '~acme/open-latest']],
    ['?min_price=5', ['acme/eyes']],
    ['?context=5000', ['acme/eyes']],
    ['?zdr=true', ['acme/open']],
    ['?region=eu', ['acme/open']],
    ['?output_modalities=embeddings', []],
    ['?sort=pricing-high-to-low&limit=1', ['acme/eyes']],
    ['?model_authors=nobody', []],
  ])('filter %s', async (query, expected) => {
    expect(await idsOf(query)).toEqual(expected);
  });

  it('answer 304 to a known ETag until the catalogue changes', async () => {
    const simulator = create();
    const etag = (await ask(simulator, '/api/v1/models')).headers.get('etag') ?? '';
    const again = (): Promise<{ status: number }> =>
      ask(simulator, '/api/v1/models', { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    simulator.catalog.reprice('acme/open', { prompt: '1' });
    expect((await again()).status).toBe(200);
  });

  it('show a model that was removed no longer, and refuse to answer by it', async () => {
    const simulator = create();
    simulator.catalog.remove('acme/eyes');
    expect(await idsOf('', simulator)).not.toContain('acme/eyes');
    expect((await chat(simulator, 'acme/eyes')).status).toBe(400);
  });

  it('change on a schedule of the clock', async () => {
    const time = createVirtualClock(0);
    const simulator = create({
      clock: time.now,
      catalogChanges: [
        { atMs: 2000, type: 'remove', id: 'acme/plain' },
        {
          atMs: 1000,
          type: 'put',
          model: { id: 'acme/next', pricing: { prompt: '1', completion: '1' } },
        },
        { atMs: 1000, type: 'reprice', id: 'acme/eyes', pricing: { prompt: '0.5' } },
      ],
    });
    expect(await idsOf('?q=acme/next', simulator)).toEqual([]);
    await time.advance(1000);
    expect(await idsOf('?min_price=100000', simulator)).toEqual(['acme/eyes', 'acme/next']);
    expect((await chat(simulator, 'acme/plain')).status).toBe(200);
    await time.advance(1000);
    expect((await chat(simulator, 'acme/plain')).status).toBe(400);
  });

  it('can be made to fail', async () => {
    const simulator = create({ faults: [{ route: 'models', type: 'status', status: 500 }] });
    expect([
      (await ask(simulator, '/api/v1/models')).status,
      (await chat(simulator, 'acme/open')).status,
    ]).toEqual([500, 200]);
  });
});
