import type { Endpoint } from '@tierwise/catalog/endpoints';

/** An endpoint for tests that says nothing but what is given. */
export function testEndpoint(facts: Partial<Endpoint> & Pick<Endpoint, 'modelId'>): Endpoint {
  return {
    provider: 'Acme',
    tag: 'acme',
    quantization: null,
    region: null,
    serviceTier: null,
    contextTokens: null,
    maxInputTokens: null,
    maxOutputTokens: null,
    prices: { rates: {}, overrides: [], dynamic: false },
    status: 0,
    uptimePercent: { last5m: null, last30m: null, last1d: null },
    latencyMs: null,
    tokensPerSecond: null,
    capabilities: [],
    parameters: [],
    implicitCaching: null,
    zeroDataRetention: null,
    asOf: '2026-11-10',
    ...facts,
  };
}
