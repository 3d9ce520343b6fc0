import { expect, test } from 'vitest';
import { createInMemoryVectorStore } from './create-in-memory-vector-store.ts';

async function filled() {
  const store = createInMemoryVectorStore();
  await store.insert(
    [
      [1, 0],
      [0, 1],
      [1, 1],
    ],
    ['east', 'north', 'between'],
    [{ user_id: 'tom' }, { user_id: 'tom' }, { user_id: 'eve' }],
  );
  return store;
}

test('a search gives the nearest first, of the scope, and at most as many as asked', async () => {
  const store = await filled();

  const all = await store.search([1, 0.1], 10);
  const ofTom = await store.search([1, 0.1], 10, { user_id: 'tom' });

  expect(all.map(({ id }) => id)).toEqual(['east', 'between', 'north']);
  expect(ofTom.map(({ id }) => id)).toEqual(['east', 'north']);
  expect(await store.search([1, 0.1], 1)).toEqual(all.slice(0, 1));
});

test('what the caller does to a payload later stays outside', async () => {
  const store = createInMemoryVectorStore();
  const payload = { tags: ['a'] };
  await store.insert([[1]], ['x'], [payload]);

  payload.tags.push('b');
  const first = await store.get('x');
  Object.assign(first?.payload ?? {}, { tags: [] });

  expect(await store.get('x')).toEqual({ id: 'x', payload: { tags: ['a'] } });
});

test('entries are changed, counted, deleted, and all removed', async () => {
  const store = await filled();

  await store.update('east', [0, 1], { user_id: 'eve' });
  await store.update('nowhere', [0, 1], {});
  expect(await store.list({ user_id: 'eve' }, 1)).toEqual([
    [{ id: 'east', payload: { user_id: 'eve' } }],
    2,
  ]);

  await store.delete('east');
  expect(await store.get('east')).toBeNull();

  await store.deleteCol();
  expect(await store.list()).toEqual([[], 0]);
});

test('an entry without its vector is refused, and none of its batch is kept', async () => {
  const store = createInMemoryVectorStore();

  await expect(store.insert([[1]], ['a', 'b'], [{}, {}])).rejects.toThrow('Memory b');
  expect(await store.list()).toEqual([[], 0]);
});

test('the name that Mem0 gives its user is kept', async () => {
  const store = createInMemoryVectorStore();
  await store.initialize();

  await store.setUserId('tierwise');

  expect(await store.getUserId()).toBe('tierwise');
});
