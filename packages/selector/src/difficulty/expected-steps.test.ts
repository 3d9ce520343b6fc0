import { describe, expect, it } from 'vitest';
import { readText } from '../text/read-text.ts';
import { expectedSteps } from './expected-steps.ts';

function stepsOf(text: string): number {
  return expectedSteps(readText(text));
}

describe('the steps that a word problem seems to take', () => {
  it('grow with numbers and with what is compared or shared out', () => {
    const one = stepsOf('Mia has 4 pens and buys 3 more. How many pens has she?');
    const several = stepsOf(
      'Mia has 4 boxes of 12 pens each and twice as many pencils. She gives half of the pens to her two brothers and 5 pencils to every one of her four friends. How many pens and pencils are remaining?',
    );
    expect(several).toBeGreaterThan(one + 1.5);
  });

  it('do not run away on a long document full of numbers', () => {
    expect(
      stepsOf('The invoice of May lists 17 items, 4 of them twice. '.repeat(2_000)),
    ).toBeLessThan(80);
  });
});
