import { type Equation, equationsIn } from './equations.ts';
import type { Finding, ReadAnswer } from './finding.ts';

/** Recomputes the equations that an answer writes down. */
export function checkArithmetic({ text }: ReadAnswer): Finding | undefined {
  const equations = equationsIn(text);
  const wrong = equations.filter((equation) => !holds(equation)).length;
  if (wrong === 0) return undefined;
  return {
    check: 'arithmetic',
    amount: wrong === 1 ? 2.5 : 3.5,
    detail: `${wrong} of ${equations.length} calculations are wrong`,
  };
}

/** Percent and cents are written either way, so a factor of 100 is no mistake. */
function holds({ left, right, tolerance }: Equation): boolean {
  return [right, right * 100, right / 100].some((value) => Math.abs(left - value) <= tolerance);
}
