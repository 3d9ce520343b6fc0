import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareUsd } from '../money/compare-usd.ts';
import { sumUsd } from '../money/sum-usd.ts';
import { createSpendLimit } from './create-spend-limit.ts';

const cents = (count: number): string => (count / 100).toFixed(2);

describe('createSpendLimit', () => {
  it('lets an attempt begin while known costs and estimates leave room, to the last cent', () => {
    const limit = createSpendLimit({ maxUsd: '0.3' });
    limit.reserve('a', '0.2');
    limit.settle('a', '0.1');
    limit.reserve('b', '0.1');
    expect(limit.objection('0.1')).toBeUndefined();
    expect(limit.objection('0.11')).toBe('up to $0.11 on top of $0.2 > $0.3');
  });

  it('counts an attempt of unknown cost as its estimate', () => {
    const limit = createSpendLimit({ maxUsd: '0.3' });
    limit.reserve('a', '0.2');
    limit.settle('a', null);
    expect(limit.objection('0.2')).toMatch(/on top of \$0.2/);
  });

  it('objects to an attempt whose price nobody knows', () => {
    expect(createSpendLimit({ maxUsd: '1' }).objection(null)).toMatch(/price is not known/);
  });

  it('is never exceeded by attempts that cost no more than their estimates', () => {
    const attempt = fc.record({ estimate: fc.nat(50), share: fc.nat(100), known: fc.boolean() });
    fc.assert(
      fc.property(fc.nat(100), fc.array(attempt), (most, attempts) => {
        const limit = createSpendLimit({ maxUsd: cents(most) });
        const paid: string[] = [];
        for (const [place, { estimate, share, known }] of attempts.entries()) {
          if (limit.objection(cents(estimate)) !== undefined) continue;
          limit.reserve(String(place), cents(estimate));
          const usd = cents(Math.floor((estimate * share) / 100));
          paid.push(usd);
          limit.settle(String(place), known ? usd : null);
        }
        expect(compareUsd(sumUsd(paid), cents(most))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
