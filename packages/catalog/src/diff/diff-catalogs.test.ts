import { describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog/create-catalog.ts';
import type { Model, Rates } from '../model.ts';
import { testModel } from '../test-model.ts';
import type { Tombstone } from '../tombstone/tombstone.ts';
import type { CatalogEvent } from './catalog-event.ts';
import { diffCatalogs } from './diff-catalogs.ts';

function diff(
  before: readonly Model[],
  after: readonly Model[],
  tombstones: readonly Tombstone[] = [],
): readonly CatalogEvent[] {
  return diffCatalogs(
    createCatalog({ models: before, asOf: '2026-08-16', tombstones }),
    createCatalog({ models: after, asOf: '2026-08-17' }),
  );
}

function priced(rates: Rates, id = 'acme/one'): Model {
  return testModel({ id, prices: { rates, overrides: [], dynamic: false } });
}

describe('diffCatalogs', () => {
  it('reports nothing between equal lists, however a price is spelt', () => {
    expect(
      diff([priced({ input: '0.10', output: '1' })], [priced({ input: '0.1', output: '1.0' })]),
    ).toEqual([]);
  });

  it('reports arrivals, returns and removals, announced or not', () => {
    const tombstone = {
      id: 'acme/back',
      lastSeenOn: '2026-01-13',
      missingOn: '2026-01-14',
      announcedFor: null,
      successor: null,
    };
    const before = [
      testModel({ id: 'acme/a', expiresOn: '2026-08-17' }),
      testModel({ id: 'acme/b' }),
    ];
    const after = [testModel({ id: 'acme/back' }), testModel({ id: 'acme/new' })];
    expect(diff(before, after, [tombstone])).toEqual([
      { type: 'removed', id: 'acme/a', announced: '2026-08-17' },
      { type: 'removed', id: 'acme/b', announced: null },
      { type: 'returned', id: 'acme/back', lastSeenOn: '2026-01-13' },
      { type: 'added', id: 'acme/new' },
    ]);
  });

  it.each<[Partial<Model>, Partial<Model>, Partial<CatalogEvent>]>([
    [{ contextTokens: 1 }, { contextTokens: 2 }, { type: 'context', from: 1, to: 2 }],
    [
      { expiresOn: null },
      { expiresOn: '2026-09-01' },
      { type: 'expiry', from: null, to: '2026-09-01' },
    ],
    [{ aliasOf: 'a/b' }, { aliasOf: 'a/c' }, { type: 'alias', from: 'a/b', to: 'a/c' }],
    [
      { capabilities: ['tools', 'seed'] },
      { capabilities: ['structured-output', 'tools'] },
      { type: 'capability', gained: ['structured-output'], lost: ['seed'] },
    ],
  ])('reports a change from %j to %j', (before, after, event) => {
    expect(diff([testModel(before)], [testModel(after)])).toEqual([{ id: 'acme/one', ...event }]);
  });

  it('reports which rates moved, and rates that appear or go', () => {
    const [event] = diff(
      [priced({ input: '1', output: '2' })],
      [priced({ input: '1', output: '3', cacheRead: '0.1' })],
    );
    expect(event).toMatchObject({
      type: 'price',
      rates: [
        { rate: 'output', from: '2', to: '3' },
        { rate: 'cacheRead', from: null, to: '0.1' },
      ],
      suspicion: null,
    });
  });

  it('D5: flags a price that falls to zero without being free, or jumps', () => {
    const before = priced({ input: '0.1', output: '0.4' });
    expect(diff([before], [priced({ input: '0', output: '0' })])[0]).toMatchObject({
      suspicion: 'sudden-zero',
    });
    expect(diff([before], [priced({ input: '10', output: '0.4' })])[0]).toMatchObject({
      suspicion: 'jump',
    });
    expect(diff([before], [priced({ input: '1', output: '0.4' })])[0]).toMatchObject({
      suspicion: null,
    });
  });

  it('reports when a free model is charged for, and when one becomes free', () => {
    const free = priced({ input: '0', output: '0' }, 'acme/one:free');
    const paid = priced({ input: '0.1', output: '0.4' }, 'acme/one:free');
    expect(diff([free], [paid])).toContainEqual({
      type: 'access',
      id: 'acme/one:free',
      from: 'free',
      to: 'paid',
    });
    expect(diff([paid], [free])).toContainEqual({
      type: 'access',
      id: 'acme/one:free',
      from: 'paid',
      to: 'free',
    });
  });
});
