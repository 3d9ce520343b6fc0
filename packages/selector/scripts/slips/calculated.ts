import { equationsIn } from '../../src/verify/equations.ts';
import type { Step } from './solution.ts';

/** A step by its expression, with the right result of it. */
export function calculated(expression: string): Step | undefined {
  const [equation] = equationsIn(`${expression} = 0`);
  return equation === undefined || equation.left <= 0
    ? undefined
    : { expression, result: String(Number(equation.left.toFixed(4))) };
}
