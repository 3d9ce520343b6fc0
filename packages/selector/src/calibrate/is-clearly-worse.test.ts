import { describe, expect, it } from 'vitest';
import { isClearlyWorse } from './is-clearly-worse.ts';

/** The strong model gains on every fourth of 80 questions. */
const SAMPLES = Array.from({ length: 80 }, (_, place) => ({
  weak: place % 4 === 0 ? 0 : 1,
  strong: 1,
}));
const right = SAMPLES.map(({ weak }) => 1 - weak);
const wrong = SAMPLES.map(({ weak }) => weak);

describe('a fitted score', () => {
  it('is given up when it puts the gains at the end', () => {
    expect(isClearlyWorse(SAMPLES, wrong, right)).toBe(true);
  });

  it('is kept when it is better, and when nothing can be said', () => {
    expect(isClearlyWorse(SAMPLES, right, wrong)).toBe(false);
    expect(isClearlyWorse(SAMPLES, right, right)).toBe(false);
    expect(isClearlyWorse([], [], [])).toBe(false);
  });
});
