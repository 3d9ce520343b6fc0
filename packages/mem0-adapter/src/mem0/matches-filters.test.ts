import { expect, test } from 'vitest';
import { matchesFilters } from './matches-filters.ts';

const payload = { user_id: 'tom', data: 'Likes Rain', score: 3, day: '2026-02-01' };

test.each([
  [{}, true],
  [{ user_id: 'tom' }, true],
  [{ user_id: 'eve' }, false],
  [{ user_id: 'tom', run_id: 'r1' }, false],
  [{ user_id: '*' }, true],
  [{ user_id: ['eve', 'tom'] }, true],
  [{ score: { eq: 3 } }, true],
  [{ score: { ne: 3 } }, false],
  [{ score: { gt: 2, lt: 3 } }, false],
  [{ score: { gte: 3, lte: 3 } }, true],
  [{ day: { gt: '2026-01-31', lt: '2026-03-01' } }, true],
  [{ day: { gt: 5 } }, false],
  [{ user_id: { in: ['tom'] } }, true],
  [{ user_id: { nin: ['tom'] } }, false],
  [{ data: { contains: 'rain' } }, false],
  [{ data: { icontains: 'rain' } }, true],
  [{ $or: [{ user_id: 'eve' }, { score: { gt: 2 } }] }, true],
  [{ $not: [{ user_id: 'eve' }, { score: 3 }] }, false],
])('%j matches: %s', (filters, expected) => {
  expect(matchesFilters(payload, filters)).toBe(expected);
});

test('an unknown operator is an error, because ignoring it would widen the scope', () => {
  expect(() => matchesFilters(payload, { score: { near: 3 } })).toThrow('"near"');
  expect(() => matchesFilters(payload, { $or: 'all' })).toThrow('list of filters');
});
