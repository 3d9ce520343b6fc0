import { describe, expect, it } from 'vitest';
import { UnknownModelError } from '../errors/unknown-model-error.ts';
import { testModel } from '../test-model.ts';
import { createCatalog } from './create-catalog.ts';

const plain = testModel({ id: 'acme/one', canonicalSlug: 'acme/one-20260101' });
const free = testModel({ id: 'acme/one:free', canonicalSlug: 'acme/one-20260101' });
const alias = testModel({ id: '~acme/one-latest', aliasOf: 'acme/one' });
const lostAlias = testModel({ id: '~acme/lost-latest', aliasOf: 'acme/gone' });
const catalog = createCatalog({ models: [plain, free, alias, lostAlias], asOf: '2026-08-16' });

describe('catalog.resolve', () => {
  it('finds an exact id, its static variant included', () => {
    expect(catalog.resolve('acme/one')).toMatchObject({ model: plain, via: 'id', routing: null });
    expect(catalog.resolve('acme/one:free')).toMatchObject({ model: free, via: 'id' });
  });

  it.each(['nitro', 'floor', 'exacto', 'online'])('takes :%s off any id', (routing) => {
    expect(catalog.resolve(`acme/one:${routing}`)).toMatchObject({ model: plain, routing });
    expect(catalog.resolve(`acme/one:free:${routing}`)).toMatchObject({ model: free, routing });
  });

  it('follows an alias to the concrete model, and says that it is one', () => {
    expect(catalog.resolve('~acme/one-latest')).toMatchObject({
      model: plain,
      via: 'alias',
      alias: '~acme/one-latest',
    });
    expect(catalog.resolve('~acme/lost-latest').model).toBe(lostAlias);
  });

  it('finds a canonical slug, and says which other ids share it', () => {
    expect(catalog.resolve('acme/one-20260101')).toMatchObject({
      model: plain,
      via: 'canonical-slug',
      sharedWith: ['acme/one:free'],
    });
    expect(catalog.resolve('acme/one-20260101:free').model).toBe(free);
  });

  it('throws for an unknown id, with the nearest ones', () => {
    const error = catchError(() => catalog.resolve('acme/on'));
    expect(UnknownModelError.isInstance(error) && error.nearestIds[0]).toBe('acme/one');
    expect(String(error)).toContain('Did you mean acme/one');
  });

  it.each(['__proto__', 'constructor', '', 'toString'])('G1: knows no %j', (id) => {
    expect(catalog.get(id)).toBeUndefined();
    expect(() => catalog.resolve(id)).toThrow(UnknownModelError);
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
