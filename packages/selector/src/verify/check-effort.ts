import { asksForNumber } from './asks-for-number.ts';
import type { Finding, ReadAnswer } from './finding.ts';
import { numbersIn } from './numbers-in.ts';

/**
 * How long the way to an answer is, where there is a right one: long ones leave more room for a slip. Of two answers of one small
 * model to competition maths or to predicted output of code, the wrong one is the longer in 66–73 % of pairs (ZeroEval). Never
 * enough to doubt an answer alone.
 */
export function checkEffort({ question, text }: ReadAnswer): Finding | undefined {
  if (!hasOneAnswer(question)) return undefined;
  const equations = text.split('=').length - 1;
  const given = numbersIn(question).length;
  return {
    check: 'effort',
    amount:
      0.06 * Math.min(8, equations) +
      0.05 * Math.min(8, given) +
      0.5 * Math.min(3.2, Math.log1p(text.length / 200)),
    detail: `${equations} equations over ${given} given numbers in ${text.length} characters`,
  };
}

function hasOneAnswer(question: string): boolean {
  return (
    asksForNumber(question) ||
    /\b(?:output|return|evaluate|solve|determine|compute)/i.test(question)
  );
}
