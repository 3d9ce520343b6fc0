import type { Finding, ReadAnswer } from './finding.ts';
import { resultOf } from './result-of.ts';

/** A count that came out negative or broken, where whole things were counted. */
export function checkImplausible({ question, text }: ReadAnswer): Finding | undefined {
  if (!/how many|多少个|多少個|几个|幾個|多少人/i.test(question)) return undefined;
  const value = resultOf(text);
  if (value === undefined) return { check: 'result', amount: 0.8, detail: 'no number at its end' };
  if (value < 0) return { check: 'result', amount: 1.5, detail: 'a negative count' };
  return Number.isInteger(value) || /\d\.\d|hour|mile|percent|%|\$/.test(question)
    ? undefined
    : { check: 'result', amount: 1.2, detail: 'a count that is no whole number' };
}
