import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from './tokenize.ts';

test('English loses its stop words and endings', () => {
  expect(tokenize("What did Tom's dogs do in the parks?")).toEqual(['tom', 'dog', 'park']);
});

test('Chinese is parted into words, and into pairs of characters beside them', () => {
  const terms = tokenize('我喜歡喝烏龍茶');
  expect(terms).toContain('喜歡');
  expect(terms).toContain('龍茶');
  expect(terms).not.toContain('我');
});

test('Japanese, full-width and mixed text are parted too', () => {
  expect(tokenize('東京でＡｐｐｌｅを買った')).toEqual(expect.arrayContaining(['東京']));
  expect(tokenize('ＰＹＴＨＯＮ ３')).toEqual(['python', '3']);
});

test('any text gives terms without white space, and the same ones each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const terms = tokenize(text);
      expect(terms.every((term) => term !== '' && !/\s/.test(term))).toBe(true);
      expect(tokenize(text)).toEqual(terms);
    }),
  );
});
