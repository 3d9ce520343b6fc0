import { describe, expect, it } from 'vitest';
import { type CallCost, compareUsd, costOf } from '../src/index.ts';
import { PEER_USAGES, type PeerUsage } from './peer-usages.ts';
import { PEER_VECTORS, type PeerVector } from './peer-vectors.ts';
import { wireUsageOf } from './wire-usage-of.ts';

const at = new Date('2026-08-21');

function costOfUsage(row: PeerUsage, reported: boolean): CallCost {
  const { cost, ...rest } = row;
  const usage = wireUsageOf({
    dialect: 'chat',
    ...rest,
    ...(reported && cost !== undefined && { cost }),
  });
  return costOf({
    usage,
    model: { id: row.model, prices: { rates: row.rates, overrides: [], dynamic: false } },
    at,
  });
}

function costOfVector({ usage, rates, overrides = [] }: PeerVector): CallCost {
  const wire = {
    prompt_tokens: usage.input,
    prompt_tokens_details: {
      cached_tokens: usage.cacheRead,
      cache_write_tokens: usage.cacheWrite,
      audio_tokens: usage.inputAudio,
    },
    completion_tokens: usage.output ?? (usage.input === undefined ? undefined : 0),
    completion_tokens_details: { audio_tokens: usage.outputAudio },
    server_tool_use_details: { web_search_requests: usage.webSearches },
  };
  return costOf({
    usage: wire,
    model: { id: 'a/b', prices: { rates, overrides, dynamic: false } },
    at,
  });
}

describe('usages of the genai-prices dataset', () => {
  it.each(PEER_USAGES)('$model: $input in, $output out comes to $usd', (row) => {
    const counters = { ...row, toolCalls: 0 };
    expect(costOfUsage(counters, false)).toMatchObject({ usd: row.usd, source: 'computed' });
  });

  it('takes what OpenRouter charged, and explains it', () => {
    const charged = PEER_USAGES.filter((row) => row.cost !== undefined);
    const costs = charged.map((row) => ({ row, cost: costOfUsage(row, true) }));
    const exact = costs.filter(
      ({ cost }) => cost.source === 'reported' && cost.reasons.length === 0,
    );
    const unexplained = costs.filter(
      ({ cost }) => cost.source !== 'reported' || cost.reasons.includes('unknown'),
    );
    console.log(
      `genai-prices dataset: ${PEER_USAGES.length} sums exact; of ${costs.length} charges ${exact.length} exact, ` +
        `${costs.length - exact.length - unexplained.length} explained, ${unexplained.length} wrong`,
    );
    expect(unexplained).toEqual([]);
  });
});

describe('test vectors of genai-prices', () => {
  const comparable = PEER_VECTORS.filter((vector) => vector.differs === undefined);

  it('is exact on all that OpenRouter can report, and differs on purpose elsewhere', () => {
    const wrong = comparable.filter((vector) => {
      const { usd } = costOfVector(vector);
      return usd === null || vector.usd === null || compareUsd(usd, vector.usd) !== 0;
    });
    const explained = PEER_VECTORS.length - comparable.length;
    const exact = comparable.length - wrong.length;
    console.log(
      `genai-prices vectors: ${exact} exact, ${explained} explained, ${wrong.length} wrong`,
    );
    expect(wrong).toEqual([]);
  });

  it.each(PEER_VECTORS.filter(({ differs }) => differs?.includes('unknown') === true))(
    '$name: $differs',
    (vector) => {
      const cost = costOfVector(vector);
      expect(cost.usd ?? 'unknown').not.toBe('0');
    },
  );
});
