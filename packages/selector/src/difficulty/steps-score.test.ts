import { describe, expect, it } from 'vitest';
import { readText } from '../text/read-text.ts';
import { stepsScore } from './steps-score.ts';

function scoreOf(text: string): number {
  return stepsScore(readText(text));
}

describe('the steps of a word problem', () => {
  it('make a long one harder than a short one', () => {
    const short = scoreOf(
      'A box holds 12 pens and costs 3 dollars each time. How many pens are in 4 such boxes of the same kind?',
    );
    const long = scoreOf(
      'A shop sells 12 boxes of 8 pens each and half as many boxes of 6 pencils. Every pen costs 2 dollars, every pencil three, and a quarter of the pens are given away. The rest is sold twice a week by four people. How much does each of them earn?',
    );
    expect(long).toBeGreaterThan(short + 0.5);
  });

  it.each([
    ['small talk', 'Hi! How was your day?'],
    [
      'code',
      'Write a function that returns each of 3 items per call:\n```ts\nlet a = 1, b = 2;\n```\nand each takes 5 ms.',
    ],
    ['a choice', 'Each of 3 cars drives 40 miles per hour. How far?\nA. 10\nB. 20\nC. 120\nD. 7'],
    ['a document', 'Each of the 3 parties pays 40 per cent of 7 shares. '.repeat(80)],
    [
      'a formula',
      'Let x = 3 and y = 5, and each z = x + y = 8. What is x^2 + y^2 + z^2 per unit, and x + z?',
    ],
  ])('say nothing about %s', (_kind, text) => {
    expect(scoreOf(text)).toBe(0);
  });
});
