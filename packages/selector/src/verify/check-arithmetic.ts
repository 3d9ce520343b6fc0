import { equationsIn } from './equations.ts';
import type { Finding, ReadAnswer } from './finding.ts';

/** Recomputes the equations that an answer writes down. */
export function checkArithmetic({ text }: ReadAnswer): Finding | undefined {
  const equations = equationsIn(text);
  const wrong = equations.filter(({ holds }) => !holds).length;
  if (wrong === 0) return undefined;
  return {
    check: 'arithmetic',
    // One is enough to doubt an answer in which nothing else is wrong.
    amount: wrong === 1 ? 3.5 : 4.5,
    detail: `${wrong} of ${equations.length} calculations are wrong`,
  };
}
