import { describe, expect, it } from 'vitest';
import { diffCatalogs } from './diff/diff-catalogs.ts';
import { bundledHistory } from './history.ts';

const history = bundledHistory();

describe('the bundled history', () => {
  it('knows 109 dated lists, and answers for any day between them', () => {
    expect(history.days).toHaveLength(109);
    expect(history.asOf('2026-01-24').models).toHaveLength(346);
    expect(history.asOf('2026-03-01').asOf).toBe('2026-02-27');
    expect(history.asOf('2030-01-01').asOf).toBe('2026-11-10');
  });

  it('has no answer for a day before the first list, or for no day', () => {
    expect(() => history.asOf('2025-12-01')).toThrow(/first one is 2025-12-02/);
    expect(() => history.asOf('yesterday')).toThrow(/"yesterday" is no day on record/);
  });

  it('knows the story of a model that went and came back dearer', () => {
    const prices = history
      .of('mistralai/devstral-2512')
      .map(([day, change]) => [day, change?.input ?? null]);
    expect(prices).toEqual([
      ['2025-12-18', '0.00000015'],
      ['2025-12-19', '0.00000005'],
      ['2026-02-27', '0.0000004'],
      ['2026-08-16', null],
      ['2026-11-10', '0.0000004'],
    ]);
    expect(history.of('nobody/nothing')).toEqual([]);
  });

  it('flags kimi-k2.5, which was listed at zero for one day', () => {
    const events = diffCatalogs(history.asOf('2026-04-17'), history.asOf('2026-04-18'));
    expect(
      events.filter((event) => event.type === 'price' && event.suspicion === 'sudden-zero'),
    ).toMatchObject([{ id: 'moonshotai/kimi-k2.5' }]);
  });

  it('holds a price or a router behind every model of every list', () => {
    const first = history.asOf('2025-12-02').models;
    const last = history.asOf('2026-11-10').models;
    const odd = [...first, ...last].filter(
      ({ prices }) => !prices.dynamic && (prices.rates.input ?? '') === '',
    );
    expect(odd).toEqual([]);
  });
});
