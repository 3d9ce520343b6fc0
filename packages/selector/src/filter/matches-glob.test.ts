import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from './matches-glob.ts';

describe('matchesGlob', () => {
  it.each([
    ['openai/gpt-5', 'openai/gpt-5', true],
    ['openai/gpt-5', 'openai/*', true],
    ['openai/gpt-5', '*gpt*', true],
    ['openai/gpt-5:free', '*:free', true],
    ['openai/gpt-5', '*:free', false],
    ['openai/gpt-5', 'openai', false],
    ['aba', 'ab*ba', false],
  ])('says of "%s" and "%s": %s', (id, glob, matches) => {
    expect(matchesGlob(id, glob)).toBe(matches);
  });

  it('finds any id whose pieces are joined by stars', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string().filter((piece) => !piece.includes('*')),
          { minLength: 1 },
        ),
        fc.string(),
        (pieces, filling) => {
          expect(matchesGlob(pieces.join(filling), pieces.join('*'))).toBe(
            pieces.length > 1 || pieces[0] === pieces.join(filling),
          );
        },
      ),
    );
  });
});
