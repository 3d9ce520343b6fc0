import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer } from './check-answer.ts';

/** Pieces that drive patterns and parsers of numbers and calculations slow when they are repeated. */
const PIECES = [
  '1,',
  '1,111',
  '1 000 ',
  '1:11',
  '.5',
  '1/2 of ',
  '50% of the ',
  '(',
  '((1)',
  '- ',
  '-1',
  'a ',
  'a/',
  '= ',
  '=1+',
  String.raw`\frac{1}{`,
  String.raw`\frac{1`,
  '{',
  '１',
  '，',
  '1 乘',
  '三百',
  '½',
  '#### ',
  'the answer is $',
  '```',
  '\n',
  ' ',
];

/** As long as the checks look at, so that nothing hides behind their bound. */
const LONG = 20_000;

function millisecondsOf(text: string): number {
  const params = { prompt: [{ role: 'user', content: `How many are there? ${text}` }] };
  const times = Array.from({ length: 3 }, () => {
    const started = performance.now();
    checkAnswer({ text, params });
    return performance.now() - started;
  });
  return Math.min(...times);
}

describe('a hostile answer', () => {
  it('of eight times the length takes nowhere near 64 times as long to check', () => {
    millisecondsOf('1 + 1 = 2. '.repeat(1_000));
    const pieces = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(pieces, (drawn) => {
        const unit = drawn.join('');
        const long = unit.repeat(Math.ceil(LONG / unit.length)).slice(0, LONG);
        const short = long.slice(0, LONG / 8);
        // Quadratic work would take 64 times as long; the floor keeps a timer's noise out.
        expect(millisecondsOf(long)).toBeLessThan(32 * Math.max(0.5, millisecondsOf(short)));
      }),
      { numRuns: 150 },
    );
  });
});
