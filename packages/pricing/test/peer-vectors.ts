import type { PriceOverride, Rates } from '@tierwise/catalog';

/**
 * Test vectors of genai-prices (pydantic/genai-prices@47df840a, MIT), as facts: counters, rates per unit, result.
 * `differs` says why our answer is another one on purpose.
 */
export interface PeerVector {
  readonly name: string;
  readonly usage: {
    readonly input?: number;
    readonly output?: number;
    readonly cacheRead?: number;
    readonly cacheWrite?: number;
    readonly inputAudio?: number;
    readonly outputAudio?: number;
    readonly webSearches?: number;
  };
  readonly rates: Rates;
  readonly overrides?: readonly PriceOverride[];
  readonly usd: string | null;
  readonly differs?: string;
}

export const PEER_VECTORS: readonly PeerVector[] = [
  {
    name: 'should charge base rate for tokens below threshold (100K)',
    usage: { input: 100000 },
    rates: { input: '0.000003' },
    overrides: [{ inputTokensAbove: 200000, rates: { input: '0.000006' } }],
    usd: '0.3',
  },
  {
    name: 'should charge base rate at exactly threshold (200K)',
    usage: { input: 200000 },
    rates: { input: '0.000003' },
    overrides: [{ inputTokensAbove: 200000, rates: { input: '0.000006' } }],
    usd: '0.6',
  },
  {
    name: 'should charge tier rate for ALL tokens just above threshold (200,001)',
    usage: { input: 200001 },
    rates: { input: '0.000003' },
    overrides: [{ inputTokensAbove: 200000, rates: { input: '0.000006' } }],
    usd: '1.200006',
  },
  {
    name: 'should charge tier rate for ALL tokens well above threshold (1M)',
    usage: { input: 1000000 },
    rates: { input: '0.000003' },
    overrides: [{ inputTokensAbove: 200000, rates: { input: '0.000006' } }],
    usd: '6',
  },
  {
    name: 'should charge base rate for tokens below threshold (100K)',
    usage: { input: 100000 },
    rates: { input: '0.000000075' },
    overrides: [{ inputTokensAbove: 128000, rates: { input: '0.00000015' } }],
    usd: '0.0075',
  },
  {
    name: 'should charge tier rate for ALL tokens above threshold (500K)',
    usage: { input: 500000 },
    rates: { input: '0.000000075' },
    overrides: [{ inputTokensAbove: 128000, rates: { input: '0.00000015' } }],
    usd: '0.075',
  },
  {
    name: 'should apply highest crossed tier to ALL tokens',
    usage: { input: 50000 },
    rates: { input: '0.000001' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.0000008' } },
      { inputTokensAbove: 500000, rates: { input: '0.0000006' } },
      { inputTokensAbove: 1000000, rates: { input: '0.0000004' } },
    ],
    usd: '0.05',
  },
  {
    name: 'should apply highest crossed tier to ALL tokens',
    usage: { input: 300000 },
    rates: { input: '0.000001' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.0000008' } },
      { inputTokensAbove: 500000, rates: { input: '0.0000006' } },
      { inputTokensAbove: 1000000, rates: { input: '0.0000004' } },
    ],
    usd: '0.24',
  },
  {
    name: 'should apply highest crossed tier to ALL tokens',
    usage: { input: 750000 },
    rates: { input: '0.000001' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.0000008' } },
      { inputTokensAbove: 500000, rates: { input: '0.0000006' } },
      { inputTokensAbove: 1000000, rates: { input: '0.0000004' } },
    ],
    usd: '0.45',
  },
  {
    name: 'should apply highest crossed tier to ALL tokens',
    usage: { input: 2000000 },
    rates: { input: '0.000001' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.0000008' } },
      { inputTokensAbove: 500000, rates: { input: '0.0000006' } },
      { inputTokensAbove: 1000000, rates: { input: '0.0000004' } },
    ],
    usd: '0.8',
  },
  {
    name: 'should use stored input_tokens for tier selection',
    usage: { input: 150000, output: 10000 },
    rates: { output: '0.000001' },
    overrides: [{ inputTokensAbove: 100000, rates: { output: '0.000002' } }],
    usd: '0.02',
    differs: 'a missing price is unknown here, zero there',
  },
  {
    name: 'should use the base tier when input_tokens is safely missing',
    usage: { output: 10000 },
    rates: { output: '0.000001' },
    overrides: [{ inputTokensAbove: 100000, rates: { output: '0.000002' } }],
    usd: '0.01',
    differs: 'a missing counter is unknown here, zero there',
  },
  {
    name: 'should reject ambiguous missing input_tokens for tiered prices',
    usage: { inputAudio: 150000, output: 10000 },
    rates: { output: '0.000001' },
    overrides: [{ inputTokensAbove: 100000, rates: { output: '0.000002' } }],
    usd: null,
    differs: 'we take the parent rate or leave the cost unknown, where genai-prices throws',
  },
  {
    name: 'should not read input_tokens for non-tiered output-only prices',
    usage: { inputAudio: 150000, output: 10000 },
    rates: { output: '0.000001' },
    usd: '0.01',
    differs: 'a missing counter is unknown here, zero there',
  },
  {
    name: 'should charge base pricing for tokens below first tier (50K)',
    usage: { input: 50000 },
    rates: { input: '0.000001', output: '0.000003' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.000002' } },
      { inputTokensAbove: 200000, rates: { output: '0.000005' } },
      { inputTokensAbove: 500000, rates: { input: '0.000003' } },
      { inputTokensAbove: 1000000, rates: { input: '0.000005', output: '0.000008' } },
    ],
    usd: '0.05',
  },
  {
    name: 'should charge base rate exactly at first threshold (100K)',
    usage: { input: 100000 },
    rates: { input: '0.000001', output: '0.000003' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.000002' } },
      { inputTokensAbove: 200000, rates: { output: '0.000005' } },
      { inputTokensAbove: 500000, rates: { input: '0.000003' } },
      { inputTokensAbove: 1000000, rates: { input: '0.000005', output: '0.000008' } },
    ],
    usd: '0.1',
  },
  {
    name: 'should charge first tier for ALL tokens in range (200K)',
    usage: { input: 200000 },
    rates: { input: '0.000001', output: '0.000003' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.000002' } },
      { inputTokensAbove: 200000, rates: { output: '0.000005' } },
      { inputTokensAbove: 500000, rates: { input: '0.000003' } },
      { inputTokensAbove: 1000000, rates: { input: '0.000005', output: '0.000008' } },
    ],
    usd: '0.4',
  },
  {
    name: 'should charge first tier exactly at second threshold (500K)',
    usage: { input: 500000 },
    rates: { input: '0.000001', output: '0.000003' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.000002' } },
      { inputTokensAbove: 200000, rates: { output: '0.000005' } },
      { inputTokensAbove: 500000, rates: { input: '0.000003' } },
      { inputTokensAbove: 1000000, rates: { input: '0.000005', output: '0.000008' } },
    ],
    usd: '1',
  },
  {
    name: 'should charge second tier for ALL tokens in range (750K)',
    usage: { input: 750000 },
    rates: { input: '0.000001', output: '0.000003' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.000002' } },
      { inputTokensAbove: 200000, rates: { output: '0.000005' } },
      { inputTokensAbove: 500000, rates: { input: '0.000003' } },
      { inputTokensAbove: 1000000, rates: { input: '0.000005', output: '0.000008' } },
    ],
    usd: '2.25',
  },
  {
    name: 'should charge second tier exactly at third threshold (1M)',
    usage: { input: 1000000 },
    rates: { input: '0.000001', output: '0.000003' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.000002' } },
      { inputTokensAbove: 200000, rates: { output: '0.000005' } },
      { inputTokensAbove: 500000, rates: { input: '0.000003' } },
      { inputTokensAbove: 1000000, rates: { input: '0.000005', output: '0.000008' } },
    ],
    usd: '3',
  },
  {
    name: 'should charge third tier for ALL tokens above threshold (2M)',
    usage: { input: 2000000 },
    rates: { input: '0.000001', output: '0.000003' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.000002' } },
      { inputTokensAbove: 200000, rates: { output: '0.000005' } },
      { inputTokensAbove: 500000, rates: { input: '0.000003' } },
      { inputTokensAbove: 1000000, rates: { input: '0.000005', output: '0.000008' } },
    ],
    usd: '10',
  },
  {
    name: 'should charge base tier for input and output tokens (50K input + 10K output)',
    usage: { input: 50000, output: 10000 },
    rates: { input: '0.000001', output: '0.000003' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.000002' } },
      { inputTokensAbove: 200000, rates: { output: '0.000005' } },
      { inputTokensAbove: 500000, rates: { input: '0.000003' } },
      { inputTokensAbove: 1000000, rates: { input: '0.000005', output: '0.000008' } },
    ],
    usd: '0.08',
  },
  {
    name: 'should charge different tiers for input and output (600K input + 250K output)',
    usage: { input: 600000, output: 250000 },
    rates: { input: '0.000001', output: '0.000003' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.000002' } },
      { inputTokensAbove: 200000, rates: { output: '0.000005' } },
      { inputTokensAbove: 500000, rates: { input: '0.000003' } },
      { inputTokensAbove: 1000000, rates: { input: '0.000005', output: '0.000008' } },
    ],
    usd: '3.05',
  },
  {
    name: 'should charge highest tier for input and output tokens (1.5M input + 500K output)',
    usage: { input: 1500000, output: 500000 },
    rates: { input: '0.000001', output: '0.000003' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.000002' } },
      { inputTokensAbove: 200000, rates: { output: '0.000005' } },
      { inputTokensAbove: 500000, rates: { input: '0.000003' } },
      { inputTokensAbove: 1000000, rates: { input: '0.000005', output: '0.000008' } },
    ],
    usd: '11.5',
  },
  {
    name: 'should transition at tier boundaries (100,001 tokens)',
    usage: { input: 100001 },
    rates: { input: '0.000001', output: '0.000003' },
    overrides: [
      { inputTokensAbove: 100000, rates: { input: '0.000002' } },
      { inputTokensAbove: 200000, rates: { output: '0.000005' } },
      { inputTokensAbove: 500000, rates: { input: '0.000003' } },
      { inputTokensAbove: 1000000, rates: { input: '0.000005', output: '0.000008' } },
    ],
    usd: '0.200002',
  },
  {
    name: 'should handle zero tokens',
    usage: { input: 0 },
    rates: { input: '0.000003' },
    overrides: [{ inputTokensAbove: 200000, rates: { input: '0.000006' } }],
    usd: '0',
  },
  {
    name: 'should handle undefined tokens',
    usage: {},
    rates: { input: '0.000003' },
    overrides: [{ inputTokensAbove: 200000, rates: { input: '0.000006' } }],
    usd: '0',
    differs: 'no counters are an unknown cost here, zero there',
  },
  {
    name: 'prices fractional duration usage',
    usage: {},
    rates: {},
    usd: '0.0001',
    differs: 'a unit that OpenRouter does not have',
  },
  {
    name: 'warns and ignores unsupported usage and price keys',
    usage: { input: 1000 },
    rates: { input: '0.000001' },
    usd: '0.001',
  },
  {
    name: 'warns once per unsupported usage key on reused usage objects',
    usage: { input: 1000 },
    rates: { input: '0.000001' },
    usd: '0.001',
  },
  {
    name: 'warns once per unsupported usage key on reused usage objects',
    usage: { input: 1000 },
    rates: { input: '0.000001' },
    usd: '0.001',
  },
  {
    name: 'warns once per unsupported usage key on reused usage objects',
    usage: { input: 1000 },
    rates: { input: '0.000001' },
    usd: '0.001',
  },
  {
    name: 'should calculate input and output prices separately',
    usage: { input: 1000, output: 500 },
    rates: { input: '0.0000015', output: '0.000002' },
    usd: '0.0025',
  },
  {
    name: 'should handle cache tokens as input costs',
    usage: { cacheRead: 100, cacheWrite: 200, input: 1000, output: 500 },
    rates: {
      cacheRead: '0.0000001',
      cacheWrite: '0.0000005',
      input: '0.000001',
      output: '0.000002',
    },
    usd: '0.00181',
  },
  {
    name: 'should handle audio tokens correctly',
    usage: { inputAudio: 100, input: 100, outputAudio: 50, output: 50 },
    rates: { audio: '0.00001', input: '0.000001', audioOutput: '0.00002', output: '0.000002' },
    usd: '0.002',
  },
  {
    name: 'should charge unpriced descendant tokens through parent prices',
    usage: { inputAudio: 200, input: 700, outputAudio: 20, output: 70 },
    rates: { input: '0.000005', output: '0.00001' },
    usd: '0.0042',
  },
  {
    name: 'should charge unpriced cache-audio overlap through one parent bucket',
    usage: { cacheRead: 400, inputAudio: 300, input: 1000 },
    rates: {
      audioCacheRead: '0.000002',
      cacheRead: '0.000002',
      audio: '0.000003',
      input: '0.000001',
    },
    usd: '0.0018',
    differs: 'OpenRouter does not count the audio in a cached prompt',
  },
  {
    name: 'should use provided input tokens for output tier thresholds',
    usage: { inputAudio: 200000, input: 100000, output: 10000 },
    rates: { output: '0.000001' },
    overrides: [{ inputTokensAbove: 100000, rates: { output: '0.000002' } }],
    usd: '0.01',
    differs: 'a missing price is unknown here, zero there',
  },
  {
    name: 'should handle requests as total cost',
    usage: { input: 1000, output: 500 },
    rates: { input: '0.000001', output: '0.000002', request: '0.0005' },
    usd: '0.0025',
  },
  {
    name: 'should preserve mixed cache/audio/request public pricing parity',
    usage: { cacheRead: 400, inputAudio: 300, input: 1000, outputAudio: 20, output: 70 },
    rates: {
      audioCacheRead: '0.000002',
      cacheRead: '0.000002',
      audio: '0.000003',
      input: '0.000001',
      audioOutput: '0.00002',
      output: '0.00001',
      request: '0.0005',
    },
    usd: '0.0032',
    differs: 'OpenRouter does not count the audio in a cached prompt',
  },
  {
    name: 'should handle request-only pricing',
    usage: {},
    rates: { request: '0.0005' },
    usd: '0.0005',
    differs: 'no counters are an unknown cost here, zero there',
  },
  {
    name: 'should price reported web searches only in total',
    usage: { webSearches: 2 },
    rates: { webSearch: '0.01' },
    usd: '0.02',
    differs: 'a missing counter is unknown here, zero there',
  },
  {
    name: 'should ignore caller-provided requests usage values',
    usage: {},
    rates: { request: '0.0005' },
    usd: '0.0005',
    differs: 'no counters are an unknown cost here, zero there',
  },
  {
    name: 'should ignore invalid caller-provided requests during token usage reads',
    usage: { input: 1000 },
    rates: { input: '0.000001', output: '0.000002' },
    usd: '0.001',
  },
  {
    name: 'should price custom active-registry usage from the original caller object',
    usage: {},
    rates: {},
    usd: '44',
    differs: 'a unit that OpenRouter does not have',
  },
  {
    name: 'should read and resolve each current model price once',
    usage: { input: 1000000 },
    rates: { input: '0.000002' },
    usd: '2',
  },
  {
    name: 'should reject missing ancestor prices before pricing',
    usage: { cacheRead: 100 },
    rates: { cacheRead: '0.0000001' },
    usd: null,
    differs: 'we take the parent rate or leave the cost unknown, where genai-prices throws',
  },
  {
    name: 'should reject missing join prices before pricing',
    usage: { cacheRead: 100, inputAudio: 100, input: 200 },
    rates: { cacheRead: '0.0000001', audio: '0.00001', input: '0.000001' },
    usd: null,
    differs: 'we take the parent rate or leave the cost unknown, where genai-prices throws',
  },
  {
    name: 'should reject explicit-only missing usage needed for pricing',
    usage: { inputAudio: 100 },
    rates: { audio: '0.00001', input: '0.000001' },
    usd: null,
    differs: 'we take the parent rate or leave the cost unknown, where genai-prices throws',
  },
  {
    name: 'should ignore unpriced contradictory descendants when parent-only pricing is sufficient',
    usage: { cacheRead: 200, input: 100 },
    rates: { input: '0.000001' },
    usd: '0.0001',
  },
  {
    name: 'should reject contradictory usage when affected priced buckets are needed',
    usage: { cacheRead: 200, input: 100 },
    rates: { cacheRead: '0.0000001', input: '0.000001' },
    usd: null,
    differs: 'we charge overlapping counters as OpenRouter does, where genai-prices throws',
  },
  {
    name: 'should handle tiered pricing with threshold model',
    usage: { input: 150000, output: 50000 },
    rates: { input: '0.000001', output: '0.000002' },
    overrides: [{ inputTokensAbove: 100000, rates: { input: '0.0000005' } }],
    usd: '0.175',
  },
  {
    name: 'should handle $name',
    usage: { input: 1000, output: 500 },
    rates: {},
    usd: '0',
    differs: 'a missing price is unknown here, zero there',
  },
  {
    name: 'should handle $name',
    usage: { input: 0, output: 0 },
    rates: { input: '0.000001', output: '0.000002' },
    usd: '0',
  },
  {
    name: 'should handle $name',
    usage: {},
    rates: { input: '0.000001', output: '0.000002' },
    usd: '0',
    differs: 'no counters are an unknown cost here, zero there',
  },
  {
    name: 'should handle $name',
    usage: { input: 1000, output: 500 },
    rates: {},
    usd: '0',
    differs: 'a missing price is unknown here, zero there',
  },
  {
    name: 'should handle $name',
    usage: { input: 1000, output: 0 },
    rates: { input: '0.000001', output: '0.000002' },
    usd: '0.001',
  },
];
