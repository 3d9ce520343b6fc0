import { asksForNumber } from './asks-for-number.ts';
import type { Finding, ReadAnswer } from './finding.ts';
import { namedNumbersIn } from './named-numbers-in.ts';
import { numbersIn } from './numbers-in.ts';

/** Fewer numbers than this are no calculation. */
const CALCULATION = 2;

/** Numbers of the question that the answer never uses: a word problem seldom gives one for nothing. */
export function checkUnusedNumbers({ question, text }: ReadAnswer): Finding | undefined {
  const given = [...new Set(numbersIn(question))];
  if (given.length < CALCULATION || !asksForNumber(question)) return undefined;
  const used = new Set([...numbersIn(text), ...namedNumbersIn(text)]);
  const unused = given.filter((number) => !used.has(number) && !used.has(number / 100)).length;
  return unused === 0
    ? undefined
    : {
        check: 'unused-numbers',
        amount: 0.6 * Math.min(3, unused),
        detail: `${unused} of ${given.length} given numbers are not used`,
      };
}
