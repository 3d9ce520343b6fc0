import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createConversationIndex } from './conversation-index.ts';
import { fuseScores } from './fuse-scores.ts';
import { countTerms, createLexicalIndex } from './lexical-index.ts';
import { smoothScores } from './smooth-scores.ts';
import { splitText } from './split-text.ts';

test('BM25 gives the figure of its formula', () => {
  const texts = [['a', 'a', 'b'], ['b'], ['c', 'd']].map(countTerms);
  const [score] = createLexicalIndex({ texts, k1: 1.2, b: 0.75 })(['a']);
  const weight = Math.log((3 - 1 + 0.5) / (1 + 0.5) + 1);
  expect(score).toBeCloseTo((weight * 2 * 2.2) / (2 + 1.2 * (1 - 0.75 + (0.75 * 3) / 2)), 12);
});

test('a score is never negative, zero without a common term, and more query words never lower it', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1 }), words, words, (documents, query, more) => {
      const index = createLexicalIndex({ texts: documents.map(countTerms) });
      const scores = index(query);
      const longer = index([...query, ...more]);
      for (const [at, score] of scores.entries()) {
        const hasCommon = query.some((term) => documents[at]?.includes(term));
        expect(score > 0).toBe(hasCommon);
        expect(longer[at]).toBeGreaterThanOrEqual(score);
      }
    }),
  );
});

test('an empty index answers with nothing', () => {
  expect(createLexicalIndex({ texts: [] })(['a'])).toEqual([]);
});

test('a score is lent to its neighbours in the conversation, also past another conversation', () => {
  const scores = [0, 1, 0, 0, 0, 0];
  const groups = ['x', 'y', 'x', 'y', 'y', 'y'];
  expect(smoothScores({ scores, groups, weights: [0.4] })).toEqual([0, 1, 0, 0.4, 0, 0]);
  expect(smoothScores({ scores, groups, weights: [0.4, 0.2] })).toEqual([0, 1, 0, 0.4, 0.2, 0]);
  expect(smoothScores({ scores, groups, weights: [] })).toEqual(scores);
});

test('smoothing adds to each score what is lent, and no more: the sum grows by each weight, twice within', () => {
  const weights = [0.5, 0.25];
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 5 }), (scores) => {
      // Zeros on both sides, so that no neighbour is missing.
      const padded = [0, 0, ...scores, 0, 0];
      const smoothed = smoothScores({ scores: padded, groups: padded.map(() => 'x'), weights });
      expect(sumOf(smoothed)).toBeCloseTo(sumOf(padded) * (1 + 2 * (0.5 + 0.25)), 9);
    }),
  );
});

test('a conversation that holds all words of a query has more to do with it than one that holds one', () => {
  const texts = [['a'], ['b'], ['a'], ['c']].map(countTerms);
  const index = createConversationIndex({ texts, groups: ['x', 'x', 'y', 'y'] });
  const relevance = index(['a', 'b']);
  expect(relevance.get('x')).toBe(1);
  expect(relevance.get('y')).toBeGreaterThan(0);
  expect(relevance.get('y')).toBeLessThan(1);
  expect([...index(['z']).values()]).toEqual([0, 0]);
});

test('two lists of scores are fused on one scale', () => {
  expect(fuseScores([0, 5, 10], [0.9, 0.9, 0.9])).toEqual([0.5, 0.75, 1]);
  expect(fuseScores([0, 0], [-1, -1])).toEqual([0, 0]);
  expect(fuseScores([], [])).toEqual([]);
});

test('pieces of a text are short, and lose nothing but the white space at their ends', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '。', '. ', '\n', ' ', '字'),
    maxLength: 4000,
  });
  fc.assert(
    fc.property(text, (whole) => {
      const pieces = splitText(whole);
      expect(pieces.every((piece) => piece.length <= 1000)).toBe(true);
      expect(pieces.join('').replaceAll(/\s/g, '')).toBe(whole.replaceAll(/\s/g, ''));
    }),
  );
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
