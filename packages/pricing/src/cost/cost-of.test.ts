import type { PriceOverride, Rates } from '@tierwise/catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareUsd } from '../money/compare-usd.ts';
import { sumUsd } from '../money/sum-usd.ts';
import type { CallCost } from './call-cost.ts';
import { costOf } from './cost-of.ts';
import type { CostOfOptions } from './cost-of-options.ts';
import { totalCost } from './total-cost.ts';

const claude: Rates = {
  input: '0.000003',
  output: '0.000015',
  cacheRead: '0.0000003',
  cacheWrite: '0.00000375',
  cacheWrite1h: '0.000006',
  webSearch: '0.01',
};

function priced(rates: Rates, overrides: readonly PriceOverride[] = []): CostOfOptions['model'] {
  return { id: 'acme/one', prices: { rates, overrides, dynamic: false } };
}

function usd(usage: unknown, rest: Partial<CostOfOptions> = {}): string | null {
  return costOf({ usage, model: priced(claude), at: new Date('2026-08-24T12:00Z'), ...rest }).usd;
}

const written = {
  prompt_tokens: 2572,
  completion_tokens: 63,
  prompt_tokens_details: { cache_write_tokens: 2569 },
};

describe('the counters of every dialect', () => {
  it('charges cache reads and writes of chat completions', () => {
    const details = { cached_tokens: 2569, cache_write_tokens: 79 };
    const usage = { prompt_tokens: 2649, completion_tokens: 100, prompt_tokens_details: details };
    expect(usd(usage)).toBe('0.00256995');
    expect(usd(written)).toBe('0.01058775');
  });

  it('adds the cached parts of the messages API, and knows its 1-hour writes', () => {
    const usage = {
      input_tokens: 3,
      output_tokens: 63,
      cache_read_input_tokens: 0,
      cache_creation_input_tokens: 2569,
    };
    expect(usd(usage)).toBe('0.01058775');
    expect(usd({ ...usage, cache_creation: { ephemeral_1h_input_tokens: 2569 } })).toBe('0.016368');
  });

  it('prefers the wire usage inside the SDK usage, whose own counters charge cache writes twice', () => {
    const sdk = {
      inputTokens: { total: 2572, noCache: 2572, cacheRead: 0 },
      outputTokens: { total: 63 },
    };
    expect(usd({ ...sdk, raw: written })).toBe('0.01058775');
  });

  it('reads the SDK usage of a provider and of a result when nothing else is left', () => {
    const nested = {
      inputTokens: { total: 100, cacheRead: 40, cacheWrite: 10 },
      outputTokens: { total: 7 },
    };
    const flat = {
      inputTokens: 100,
      inputTokenDetails: { cacheReadTokens: 40, cacheWriteTokens: 10 },
      outputTokens: 7,
    };
    expect(usd(nested)).toBe('0.0003045');
    expect(usd(flat)).toBe('0.0003045');
  });

  it('charges embeddings, which report no output', () => {
    expect(usd({ prompt_tokens: 1000, total_tokens: 1000 })).toBe('0.003');
  });
});

describe('rates beyond plain tokens', () => {
  it('charges a 1-hour cache write at its own rate, or at twice the input where none is listed', () => {
    const { cacheWrite1h: _none, ...rest } = claude;
    expect(usd(written, { cacheTtl: '1h' })).toBe('0.016368');
    expect(usd(written, { cacheTtl: '1h', model: priced(rest) })).toBe('0.016368');
  });

  it('charges audio, images and reasoning of an answer where the row lists a rate, else with the rest', () => {
    const usage = {
      prompt_tokens: 100,
      completion_tokens: 100,
      prompt_tokens_details: { audio_tokens: 50 },
      completion_tokens_details: { audio_tokens: 10, image_tokens: 20, reasoning_tokens: 30 },
    };
    const plain = { input: '1', output: '2' };
    expect(usd(usage, { model: priced(plain) })).toBe('300');
    const media = { ...plain, audio: '10', audioOutput: '20', imageOutput: '30', reasoning: '0.5' };
    expect(usd(usage, { model: priced(media) })).toBe('1445');
  });

  it('charges cached audio that cannot be anywhere else at its own rate', () => {
    const usage = {
      prompt_tokens: 100,
      completion_tokens: 0,
      prompt_tokens_details: { audio_tokens: 100, cached_tokens: 40 },
    };
    const rates = { input: '1', output: '1', cacheRead: '0.1', audio: '10', audioCacheRead: '2' };
    expect(usd(usage, { model: priced(rates) })).toBe('680');
  });

  it('charges each request and each native search', () => {
    const usage = {
      prompt_tokens: 1,
      completion_tokens: 0,
      server_tool_use_details: { web_search_requests: 2 },
    };
    expect(usd(usage, { model: priced({ ...claude, request: '0.005' }) })).toBe('0.025003');
  });

  it('takes the prices of the endpoint that served, and knows none for another service tier', () => {
    const usage = { prompt_tokens: 10, completion_tokens: 0 };
    const endpoint = { prices: { rates: { input: '7' }, overrides: [], dynamic: false } };
    expect(usd(usage, { endpoint })).toBe('70');
    expect(usd(usage, { endpoint, serviceTier: 'flex' })).toBe('70');
    expect(costOf({ usage, model: priced(claude), serviceTier: 'flex' })).toMatchObject({
      reason: 'service-tier',
    });
  });
});

describe('overrides', () => {
  const overrides = [
    { inputTokensAbove: 1000, rates: { input: '2' } },
    { utcStart: 2200, utcEnd: 600, rates: { input: '3' } },
    { utcStart: 100, utcEnd: 400, utcDays: ['Monday', 'tuesday'], rates: { output: '9' } },
  ];
  const model = priced({ input: '1', output: '1' }, overrides);
  const cost = (inputTokens: number, at: string): string | null =>
    usd({ prompt_tokens: inputTokens, completion_tokens: 1 }, { model, at: new Date(at) });

  it('reprices the whole prompt strictly above a threshold', () => {
    expect(cost(1000, '2026-08-26T12:00Z')).toBe('1001');
    expect(cost(1001, '2026-08-26T12:00Z')).toBe('2003');
  });

  it('applies a window that wraps midnight, half-open, and lets the later override win', () => {
    expect(cost(10, '2026-08-26T22:00Z')).toBe('31');
    expect(cost(10, '2026-08-26T05:59Z')).toBe('31');
    expect(cost(10, '2026-08-26T06:00Z')).toBe('11');
    expect(cost(2000, '2026-08-26T23:00Z')).toBe('6001');
  });

  it('inherits what an override does not name, and keeps to its weekdays', () => {
    expect(cost(10, '2026-08-24T02:00Z')).toBe('39'); // a Monday
    expect(cost(10, '2026-08-26T02:00Z')).toBe('31'); // a Wednesday
  });

  it('reads a window that ends where it starts as the whole day', () => {
    const always = priced({ input: '1', output: '1' }, [
      { utcStart: 0, utcEnd: 0, rates: { input: '5' } },
    ]);
    expect(usd({ prompt_tokens: 1, completion_tokens: 0 }, { model: always })).toBe('5');
  });

  it('names another window as the reason when its rates are what was charged', () => {
    const usage = { prompt_tokens: 10, completion_tokens: 1, cost: 31 };
    const at = new Date('2026-08-26T12:00Z');
    expect(costOf({ usage, model, at })).toMatchObject({
      usd: '31',
      computedUsd: '11',
      reasons: ['override'],
    });
  });
});

describe('unknown is not zero', () => {
  const model = priced(claude);

  it.each([
    undefined,
    null,
    'x',
    7,
    [],
    {},
    { inputTokens: 0, outputTokens: 0 },
    { prompt_tokens: -1 },
  ])('knows no cost for the usage %j', (usage) => {
    expect(costOf({ usage, model })).toMatchObject({
      usd: null,
      source: 'unknown',
      reason: 'no-usage',
    });
  });

  it.each([Number.NaN, -5, 1.5, '10', Number.POSITIVE_INFINITY])(
    'takes no %s for a token count',
    (tokens) => {
      const usage = { prompt_tokens: tokens, completion_tokens: 1 };
      expect(costOf({ usage, model })).toMatchObject({ reason: 'no-usage' });
    },
  );

  it('knows no cost where a price is missing or dynamic, unless OpenRouter reports it', () => {
    const usage = { prompt_tokens: 10, completion_tokens: 10 };
    const dynamic = { id: 'openrouter/auto', prices: { rates: {}, overrides: [], dynamic: true } };
    expect(costOf({ usage, model: priced({ input: '1' }) })).toMatchObject({
      reason: 'no-price',
      atLeastUsd: '10',
    });
    expect(costOf({ usage, model: dynamic })).toMatchObject({ reason: 'dynamic-price' });
    expect(costOf({ usage: { ...usage, cost: 0.25 }, model: dynamic })).toMatchObject({
      usd: '0.25',
      lines: [],
    });
  });

  it('does not believe a reported 0 for tokens that have a price, unless the model calls itself free', () => {
    const usage = { prompt_tokens: 10, completion_tokens: 0, cost: 0 };
    expect(costOf({ usage, model })).toMatchObject({
      usd: '0.00003',
      source: 'computed',
      reasons: ['suspicious-zero'],
    });
    const free = { ...model, id: 'acme/one:free' };
    expect(costOf({ usage, model: free })).toMatchObject({
      usd: '0',
      source: 'reported',
      reasons: ['free'],
    });
  });

  it('reports a response from the cache as 0', () => {
    const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0, cost: 0 };
    expect(costOf({ usage, model })).toMatchObject({ usd: '0', source: 'reported', reasons: [] });
  });

  it('has no price for a tool of OpenRouter that was not reported', () => {
    const usage = {
      prompt_tokens: 10,
      completion_tokens: 0,
      server_tool_use_details: { tool_calls_executed: 1 },
    };
    expect(costOf({ usage, model })).toMatchObject({
      usd: null,
      reason: 'server-tool',
      atLeastUsd: '0.00003',
    });
  });
});

describe('the caller’s own key', () => {
  const usage = { prompt_tokens: 1000, completion_tokens: 0 };

  it('adds the charge of the provider to the fee, and never on a call without one', () => {
    const report = { cost: 0.000325, cost_details: { upstream_inference_cost: 0.0065 } };
    expect(usd({ ...usage, ...report, is_byok: true })).toBe('0.006825');
    expect(usd({ ...usage, ...report, is_byok: false })).toBe('0.000325');
  });

  it('computes the fee where nothing is reported', () => {
    expect(usd(usage, { byok: { feeShare: '0.05' } })).toBe('0.00315');
    expect(usd(usage, { byok: { feeShare: '0' } })).toBe('0.003');
  });
});

describe('laws of a cost', () => {
  const count = fc.nat({ max: 100_000 });
  const tokens = fc.record({ input: count, output: count, read: count, write: count });
  type Tokens = {
    readonly input: number;
    readonly output: number;
    readonly read: number;
    readonly write: number;
  };
  const wire = ({ input, output, read, write }: Tokens): Record<string, unknown> => ({
    prompt_tokens: input + read + write,
    prompt_tokens_details: { cached_tokens: read, cache_write_tokens: write },
    completion_tokens: output,
  });
  const costUsd = (counts: Tokens): string => usd(wire(counts)) ?? 'unknown';

  it('B3.9: is the sum of its lines', () => {
    fc.assert(
      fc.property(tokens, (counts) => {
        const cost = costOf({ usage: wire(counts), model: priced(claude) });
        expect(sumUsd(cost.lines.map((line) => line.usd))).toBe(cost.usd);
      }),
    );
  });

  it('B3.10: is additive, and grows with every counter, where no override lowers a price', () => {
    fc.assert(
      fc.property(tokens, tokens, (a, b) => {
        const both = {
          input: a.input + b.input,
          output: a.output + b.output,
          read: a.read + b.read,
          write: a.write + b.write,
        };
        expect(costUsd(both)).toBe(sumUsd([costUsd(a), costUsd(b)]));
        expect(compareUsd(costUsd(both), costUsd(a))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('B3.10: falls with more tokens only where an override is cheaper', () => {
    const model = priced({ input: '2', output: '1' }, [
      { inputTokensAbove: 100, rates: { input: '1' } },
    ]);
    const cost = (input: number): string | null =>
      usd({ prompt_tokens: input, completion_tokens: 0 }, { model });
    expect(cost(100)).toBe('200');
    expect(cost(101)).toBe('101');
  });

  it('does not depend on the order of fields', () => {
    fc.assert(
      fc.property(tokens, (counts) => {
        const reversed = Object.fromEntries(Object.entries(wire(counts)).toReversed());
        expect(costOf({ usage: reversed, model: priced(claude) })).toEqual(
          costOf({ usage: wire(counts), model: priced(claude) }),
        );
      }),
    );
  });

  it('never throws, never is negative and never is NaN, whatever the usage holds', () => {
    const anyUsage = fc.oneof(
      fc.anything(),
      fc.record(
        {
          prompt_tokens: fc.anything(),
          completion_tokens: fc.anything(),
          prompt_tokens_details: fc.anything(),
          cost: fc.oneof(fc.double(), fc.anything()),
          cost_details: fc.dictionary(fc.string(), fc.anything()),
          is_byok: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(fc.property(anyUsage, (usage) => isSound(costOf({ usage, model: priced(claude) }))));
  });
});

describe('totalCost', () => {
  it('stays unknown when one cost is, and says how much it is at least', () => {
    const known = costOf({
      usage: { prompt_tokens: 10, completion_tokens: 0 },
      model: priced(claude),
    });
    const unknown = costOf({ usage: undefined, model: priced(claude) });
    expect(totalCost([known, known])).toEqual({
      usd: '0.00006',
      atLeastUsd: '0.00006',
      unknownCount: 0,
    });
    expect(totalCost([known, unknown])).toEqual({
      usd: null,
      atLeastUsd: '0.00003',
      unknownCount: 1,
    });
    expect(totalCost([])).toEqual({ usd: '0', atLeastUsd: '0', unknownCount: 0 });
  });
});

function isSound({ usd: amount }: CallCost): boolean {
  return amount === null || /^\d+(\.\d+)?$/.test(amount);
}
