import { describe, expect, it } from 'vitest';
import { createCatalog } from '../catalog/create-catalog.ts';
import { UnknownModelError } from '../errors/unknown-model-error.ts';
import { bundledCatalog } from '../snapshot.ts';
import { testModel } from '../test-model.ts';
import { buryMissing } from './bury-missing.ts';
import { successorOf } from './successor-of.ts';

describe('tombstones', () => {
  const known = createCatalog({
    models: [testModel({ id: 'acme/one', expiresOn: '2026-08-20' }), testModel({ id: 'acme/two' })],
    asOf: '2026-08-16',
  });

  it('remember a model that is missing, and forget one that returned', () => {
    const listed = [testModel({ id: 'acme/two' })];
    const tombstones = buryMissing({ known, listed, asOf: '2026-08-21' });
    expect(tombstones).toEqual([
      {
        id: 'acme/one',
        lastSeenOn: '2026-08-16',
        missingOn: '2026-08-21',
        announcedFor: '2026-08-20',
        successor: null,
      },
    ]);
    const later = createCatalog({ models: listed, asOf: '2026-08-21', tombstones });
    expect(buryMissing({ known: later, listed: known.models, asOf: '2026-08-22' })).toEqual([]);
  });

  it('are named by the error of an id that is gone', () => {
    const error = catchError(() => bundledCatalog().resolve('anthropic/claude-sonnet-4'));
    expect(UnknownModelError.isInstance(error) && error.tombstone).toMatchObject({
      lastSeenOn: '2026-08-16',
    });
    expect(String(error)).toContain(
      'It is gone, last seen on 2026-08-16; look at anthropic/claude-sonnet',
    );
  });

  it('of the bundled catalogue are all of models it does not list, seen before they were missed', () => {
    const catalog = bundledCatalog();
    const { tombstones } = catalog;
    expect(tombstones.length).toBeGreaterThan(250);
    expect(tombstones.filter(({ id }) => catalog.get(id) !== undefined)).toEqual([]);
    expect(tombstones.filter(({ lastSeenOn, missingOn }) => lastSeenOn >= missingOn)).toEqual([]);
  });
});

describe('successorOf', () => {
  const listed = [
    testModel({ id: 'acme/claude-sonnet-5', createdOn: '2026-05-01' }),
    testModel({ id: 'acme/claude-sonnet-4.5', createdOn: '2025-09-01' }),
    testModel({ id: 'acme/claude-sonnet-5:batch', createdOn: '2026-05-01' }),
  ];

  it('names the paid model of a free variant, or the newest of the family', () => {
    expect(successorOf('acme/claude-sonnet-4.5:free', listed)).toBe('acme/claude-sonnet-4.5');
    expect(successorOf('acme/claude-sonnet-4', listed)).toBe('acme/claude-sonnet-5');
  });

  it('names none for another vendor or a name without a family', () => {
    expect(successorOf('other/claude-sonnet-4', listed)).toBeNull();
    expect(successorOf('acme/o1-mini', listed)).toBeNull();
  });
});

function catchError(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
