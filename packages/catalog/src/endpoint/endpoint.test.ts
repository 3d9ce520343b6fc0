import { describe, expect, it } from 'vitest';
import { InvalidCatalogError } from '../errors/invalid-catalog-error.ts';
import { endpointModels } from './endpoint-models.ts';
import { endpointTags } from './endpoint-tags.ts';
import { loadEndpoints } from './load-endpoints.ts';
import { parseEndpoints } from './parse-endpoints.ts';
import { readTag } from './read-tag.ts';

function wire(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    model_id: 'acme/one',
    provider_name: 'Novita',
    tag: 'novita/fp8',
    quantization: 'fp8',
    context_length: 131_072,
    max_prompt_tokens: null,
    max_completion_tokens: 8000,
    pricing: { prompt: '0.0000007406', completion: '0.000002', discount: 0.471 },
    status: -2,
    supported_parameters: ['tools'],
    supports_implicit_caching: false,
    uptime_last_1d: 99.2,
    latency_last_30m: { p50: 420, p99: 3000 },
    throughput_last_30m: null,
    ...fields,
  };
}

const asOf = '2026-08-13';

function now(): Date {
  return new Date('2026-08-13T23:00:00Z');
}

describe('parseEndpoints', () => {
  it('reads an endpoint, whose price has its discount already in it', () => {
    const { endpoints, problems } = parseEndpoints({ data: { endpoints: [wire()] } }, { asOf });
    expect(problems).toEqual([]);
    expect(endpoints[0]).toMatchObject({
      tag: 'novita/fp8',
      prices: { rates: { input: '0.0000007406', output: '0.000002' } },
      status: -2,
      uptimePercent: { last1d: 99.2, last5m: null },
      latencyMs: { p50: 420, p75: null },
      tokensPerSecond: null,
      zeroDataRetention: null,
    });
  });

  it('D3: skips a bad entry and serves the rest of a list over many models', () => {
    const body = { data: [wire(), { tag: 7 }, wire({ tag: 'phala' })] };
    const { endpoints, rejected } = parseEndpoints(body, { asOf, zeroDataRetention: true });
    expect(endpoints.map(({ tag, zeroDataRetention }) => [tag, zeroDataRetention])).toEqual([
      ['novita/fp8', true],
      ['phala', true],
    ]);
    expect(rejected).toMatchObject([{ index: 1 }]);
  });

  it('throws its own error for a body of another kind', () => {
    expect(() => parseEndpoints({ data: { id: 'x' } }, { asOf })).toThrow(InvalidCatalogError);
  });
});

describe('readTag', () => {
  it.each([
    ['google-vertex/europe', 'eu', null],
    ['amazon-bedrock/us-east-1', 'us', null],
    ['google-vertex/global', 'global', null],
    ['wafer/fast', null, 'fast'],
    ['novita/fp8', null, null],
    ['usable/useful', null, null],
    ['venice', null, null],
  ])('reads %s', (tag, region, serviceTier) => {
    expect(readTag(tag)).toEqual({ region, serviceTier });
  });
});

describe('loadEndpoints', () => {
  it('asks for one model or for all that keep no data, with the key only when there is one', async () => {
    const asked: [string, string | null][] = [];
    const fetch: typeof globalThis.fetch = async (url, init) => {
      asked.push([new Request(url).url, new Headers(init?.headers).get('authorization')]);
      return Response.json({ data: [wire()] });
    };
    const { endpoints } = await loadEndpoints({ of: 'acme/one:free', fetch, now, apiKey: 'k' });
    await loadEndpoints({ of: 'zdr', fetch, now });
    expect(asked).toEqual([
      ['https://openrouter.ai/api/v1/models/acme/one%3Afree/endpoints', 'Bearer k'],
      ['https://openrouter.ai/api/v1/endpoints/zdr', null],
    ]);
    expect(endpoints[0]?.asOf).toBe(asOf);
  });

  it('G4: sends no key to a host that is not allowed', async () => {
    await expect(
      loadEndpoints({ of: 'zdr', baseUrl: 'http://example.com', apiKey: 'k' }),
    ).rejects.toThrow(/https/);
  });
});

describe('endpointModels', () => {
  it('names the models with an endpoint that satisfies everything', () => {
    const body = {
      data: [
        wire(),
        wire({ model_id: 'acme/two', tag: 'google-vertex/europe', latency_last_30m: null }),
      ],
    };
    const { endpoints } = parseEndpoints(body, { asOf, zeroDataRetention: true });
    expect(endpointModels(endpoints, { zeroDataRetention: true })).toEqual([
      'acme/one',
      'acme/two',
    ]);
    expect(endpointModels(endpoints, { region: 'eu' })).toEqual(['acme/two']);
    expect(endpointModels(endpoints, { maxLatencyMs: 500 })).toEqual(['acme/one']);
    expect(endpointModels(endpoints, { quantizations: ['fp8'], minUptimePercent: 99.5 })).toEqual(
      [],
    );
  });
});

describe('endpointTags', () => {
  it('names the endpoints of one model to which a request can be pinned', () => {
    const body = {
      data: [wire(), wire({ tag: 'google-vertex/europe' }), wire({ model_id: 'acme/two' })],
    };
    const { endpoints } = parseEndpoints(body, { asOf });
    const modelId = 'acme/one';
    expect(endpointTags({ endpoints, modelId, query: { region: 'eu' } })).toEqual([
      'google-vertex/europe',
    ]);
    expect(endpointTags({ endpoints, modelId, query: {} })).toEqual([
      'novita/fp8',
      'google-vertex/europe',
    ]);
  });
});
