import { numberValue } from './number-value.ts';
import { plainMaths } from './plain-maths.ts';

/** Numbers written with digits, in their order; `1,248` is one number and `1,2,3` are three. */
export function numbersIn(text: string): number[] {
  return Array.from(plainMaths(text).matchAll(/\d[\d,]*(?:\.\d+)?/g), ([written]) => {
    const digits = written.replace(/,+$/, '');
    const value = numberValue(digits);
    return value === undefined ? digits.split(',').map(Number) : [value];
  })
    .flat()
    .filter(Number.isFinite);
}
