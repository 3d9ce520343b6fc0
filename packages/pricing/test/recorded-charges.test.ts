import { describe, expect, it } from 'vitest';
import { type CallCost, costOf } from '../src/index.ts';
import { RECORDED_CHARGES, type RecordedCharge } from './recorded-charges.ts';
import { wireUsageOf } from './wire-usage-of.ts';

type Verdict = 'exact' | 'explained' | 'wrong';

function priced(charge: RecordedCharge, usage: unknown): CallCost {
  const { model, rates = {}, overrides = [], date } = charge;
  const prices = { rates, overrides, dynamic: false };
  return costOf({
    usage,
    model: { id: model ?? 'unknown/model', prices },
    at: new Date(date ?? '2026-08-16'),
  });
}

/** Exact: the prices give what was paid. Explained: they do not, and the cost says why. */
function verdictOf(charge: RecordedCharge): Verdict {
  const cost = priced(charge, wireUsageOf(charge));
  if (cost.usd === null || !isClose(cost.usd, charge.spend)) return 'wrong';
  if (cost.computedUsd !== null && isClose(cost.computedUsd, cost.usd)) return 'exact';
  return cost.reasons.length > 0 && !cost.reasons.includes('unknown') ? 'explained' : 'wrong';
}

function isClose(a: string, b: string): boolean {
  return Math.abs(Number(a) - Number(b)) <= Math.max(1e-12, Math.abs(Number(b)) * 1e-6);
}

describe('recorded charges', () => {
  it('prices every one exactly, or says why the prices do not explain it', () => {
    const verdicts = RECORDED_CHARGES.map((charge) => ({
      id: charge.id,
      verdict: verdictOf(charge),
    }));
    const count = (wanted: Verdict): number =>
      verdicts.filter(({ verdict }) => verdict === wanted).length;
    console.log(
      `recorded charges: ${count('exact')} exact, ${count('explained')} explained, ${count('wrong')} wrong`,
    );
    expect(verdicts.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
  });

  const computable = RECORDED_CHARGES.filter(({ kind }) => /^exact|overlapping|native/.test(kind));
  it.each(computable)(
    'computes $id ($kind) from list rates alone, without the report',
    (charge) => {
      const { cost: _cost, cost_details: _details, ...counters } = wireUsageOf(charge);
      const cost = priced(charge, counters);
      expect(cost.source).toBe('computed');
      expect(isClose(cost.usd ?? 'unknown', charge.spend)).toBe(true);
    },
  );

  it.each([
    ['server-tool-web-search', ['server-tool']],
    ['server-tool-advisor', ['server-tool']],
    ['pdf-parser', ['pdf']],
    ['byok', ['byok']],
    ['price-differs-from-catalogue', ['endpoint-price', 'price-changed']],
  ])('names the reason of a %s difference', (kind, reasons) => {
    const charge = RECORDED_CHARGES.find((entry) => entry.kind === kind && entry.cost !== '0');
    if (charge === undefined) throw new Error(`no ${kind} on record`);
    expect(priced(charge, wireUsageOf(charge))).toMatchObject({ reasons });
  });
});
