import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateIngestion } from './estimate-ingestion.ts';
import type { IngestionConversation } from './ingestion-options.ts';
import { formatUsd, parseUsd } from './usd.ts';

/** The mean of LoCoMo's ten conversations: 27 sessions, 301 pairs, 20.5 k tokens. */
const typical: IngestionConversation = {
  sessions: Array.from({ length: 27 }, (_, index) =>
    Array.from({ length: index < 4 ? 24 : 22 }, () => 34),
  ),
};

function inputOf(groupBy: Parameters<typeof estimateIngestion>[0]['groupBy']): number {
  return estimateIngestion({ conversations: [typical], groupBy, models: [] }).tokens.input;
}

describe('the tokens', () => {
  test('of pairs are those that were measured on LoCoMo, within three percent', () => {
    const { tokens } = estimateIngestion({ conversations: [typical], groupBy: 'pair', models: [] });
    expect(tokens.adds).toBe(301);
    expect(Math.abs(tokens.input / 2_500_000 - 1)).toBeLessThan(0.03);
    expect(Math.abs(tokens.output / 10_000 - 1)).toBeLessThan(0.03);
    expect(Math.abs(tokens.input / tokens.output / 248 - 1)).toBeLessThan(0.03);
    expect(Math.abs(tokens.input / tokens.talk / 122 - 1)).toBeLessThan(0.03);
  });

  test('of sessions are about a tenth of those', () => {
    expect(inputOf('pair') / inputOf('session')).toBeGreaterThan(9);
    expect(inputOf('pair') / inputOf({ messages: 8 })).toBeGreaterThan(3);
  });
});

describe('the costs', () => {
  const models = [
    { modelId: 'dear', inputUsdPerToken: '0.000001', outputUsdPerToken: '0.000005' },
    { modelId: 'unpriced', outputUsdPerToken: '0.000001' },
    {
      modelId: 'cheap',
      inputUsdPerToken: '0.0000001',
      outputUsdPerToken: '0.0000004',
      cacheReadUsdPerToken: '0.000000025',
    },
    { modelId: 'free', inputUsdPerToken: '0', outputUsdPerToken: '0' },
  ];

  test('are exact, ordered, and unknown where a price is', () => {
    const conversations = [{ sessions: [[10, 20]] }, { sessions: [[30]] }];
    const { tokens, models: costs } = estimateIngestion({
      conversations,
      groupBy: 'session',
      models,
    });
    expect(tokens).toEqual({ adds: 2, talk: 60, input: 15_446, repeated: 7603, output: 30 });
    expect(costs).toEqual([
      { modelId: 'free', costUsd: '0' },
      // 15,446 × 0.0000001 + 30 × 0.0000004, and 7,603 of it at a quarter.
      { modelId: 'cheap', costUsd: '0.0015566', cachedCostUsd: '0.000986375' },
      { modelId: 'dear', costUsd: '0.015596' },
      { modelId: 'unpriced' },
    ]);
  });

  test('of the dated list are those that were reported then, within four percent', () => {
    // Measured on LoCoMo with the prices of spring 2026: dollars a conversation, by pairs.
    const reported = { 'gpt-4.1-nano': 0.254, 'deepseek-v4-flash': 0.353, 'claude-haiku': 2.553 };
    const { models: costs } = estimateIngestion({
      conversations: [typical],
      groupBy: 'pair',
      models: [
        { modelId: 'gpt-4.1-nano', inputUsdPerToken: '0.0000001', outputUsdPerToken: '0.0000004' },
        {
          modelId: 'deepseek-v4-flash',
          inputUsdPerToken: '0.00000014',
          outputUsdPerToken: '0.00000028',
        },
        { modelId: 'claude-haiku', inputUsdPerToken: '0.000001', outputUsdPerToken: '0.000005' },
      ],
    });
    expect(costs.map(({ modelId }) => modelId)).toEqual(Object.keys(reported));
    for (const [index, dollars] of Object.values(reported).entries()) {
      expect(Math.abs(Number(costs[index]?.costUsd) / dollars - 1)).toBeLessThan(0.04);
    }
  });

  test('never fall when there is more talk, and never rise when it is grouped more coarsely', () => {
    const session = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(session, { minLength: 1, maxLength: 5 }), session, (sessions, more) => {
        const cost = (given: typeof sessions, groupBy: 'pair' | 'session'): bigint =>
          parseUsd(
            estimateIngestion({
              conversations: [{ sessions: given }],
              groupBy,
              models: models.slice(0, 1),
            }).models[0]?.costUsd ?? '',
          );
        expect(cost([...sessions, more], 'pair')).toBeGreaterThanOrEqual(cost(sessions, 'pair'));
        expect(cost(sessions, 'session')).toBeLessThanOrEqual(cost(sessions, 'pair'));
      }),
    );
  });

  test.each(['1e-7', '-1', '', '.5', '0.1234567890123456789'])('refuse the price %j', (price) => {
    const priced = [{ modelId: 'm', inputUsdPerToken: price, outputUsdPerToken: '0' }];
    expect(() =>
      estimateIngestion({ conversations: [typical], groupBy: 'pair', models: priced }),
    ).toThrow(RangeError);
  });

  test.each([0, -1, 1.5])('refuse groups of %d messages', (messages) => {
    expect(() => inputOf({ messages })).toThrow('whole number');
  });
});

test('an amount is written as it was read', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (amount) => {
      expect(parseUsd(formatUsd(amount))).toBe(amount);
    }),
  );
});
