import { numberValue } from './number-value.ts';
import { plainMaths } from './plain-maths.ts';

/** A result stands near the end. */
const NEAR_END = 120;

/** The last number of an answer, with its sign; `undefined` where it ends without one. */
export function resultOf(text: string): number | undefined {
  const numbers = Array.from(plainMaths(text.slice(-NEAR_END)).matchAll(/\d[\d,]*(?:\.\d+)?/g));
  const last = numbers.at(-1);
  if (last === undefined) return undefined;
  const value = numberValue(last[0].replace(/,+$/, ''));
  return value !== undefined && isNegative(last) ? -value : value;
}

/** A minus is a sign only where nothing that could be subtracted from stands before it. */
function isNegative({ input, index }: RegExpExecArray): boolean {
  const before = input.slice(0, index).replace(/[$€£¥]$/, '');
  return /(?:^|[\s=:(])[-−]$/.test(before);
}
