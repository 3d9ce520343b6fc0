import type { Finding, ReadAnswer } from './finding.ts';
import { numbersIn } from './numbers-in.ts';

/** Fewer numbers than this are no calculation. */
const CALCULATION = 2;

/** Numbers of the question that the answer never uses: a word problem seldom gives one for nothing. */
export function checkUnusedNumbers({ question, text }: ReadAnswer): Finding | undefined {
  const given = [...new Set(numbersIn(question))];
  if (given.length < CALCULATION || !asksForNumber(question)) return undefined;
  const used = new Set(numbersIn(text));
  const unused = given.filter((number) => !used.has(number) && !used.has(number / 100)).length;
  return unused === 0
    ? undefined
    : {
        check: 'unused-numbers',
        amount: 0.6 * Math.min(3, unused),
        detail: `${unused} of ${given.length} given numbers are not used`,
      };
}

/** A count that came out negative or broken, where whole things were counted. */
export function checkImplausible({ question, text }: ReadAnswer): Finding | undefined {
  if (!/how many|多少个|多少個|几个|幾個|多少人/i.test(question)) return undefined;
  const last = /-?\d[\d,]*(?:\.\d+)?(?=[^\d]*$)/.exec(text.slice(-120))?.[0];
  if (last === undefined) return { check: 'result', amount: 0.8, detail: 'no number at its end' };
  const value = Number(last.replaceAll(',', ''));
  if (value < 0) return { check: 'result', amount: 1.5, detail: 'a negative count' };
  return Number.isInteger(value) || /\d\.\d|hour|mile|percent|%|\$/.test(question)
    ? undefined
    : { check: 'result', amount: 1.2, detail: 'a count that is no whole number' };
}

/** How much calculation a right answer takes: long ones leave more room for a slip. */
export function checkEffort({ question, text }: ReadAnswer): Finding | undefined {
  const given = numbersIn(question).length;
  if (given < CALCULATION || !asksForNumber(question)) return undefined;
  const equations = text.split('=').length - 1;
  return {
    check: 'effort',
    amount:
      0.12 * Math.min(8, equations) +
      0.08 * Math.min(8, given) +
      0.0004 * Math.min(1_500, text.length),
    detail: `${equations} equations over ${given} given numbers`,
  };
}

function asksForNumber(question: string): boolean {
  return /how (?:many|much|long|old|far|tall)|what (?:is|was|percent)|calculate|find|total|多少|几|幾|计算|計算|求/i.test(
    question,
  );
}
