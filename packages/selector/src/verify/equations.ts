import { evaluate } from './evaluate.ts';
import { expressionAtEnd } from './expression-at-end.ts';
import type { MathsToken } from './maths-token.ts';
import { mathsTokens } from './maths-tokens.ts';
import { plainMaths } from './plain-maths.ts';

/** One equation of a text, as far as it can be recomputed. */
export interface Equation {
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

/** Finds equations like `48 / 2 = 24` or `3 * $12 + 5 = 41 dollars` and recomputes their left sides. */
export function equationsIn(text: string): Equation[] {
  const equations: Equation[] = [];
  let left: readonly MathsToken[] = [];
  let side: MathsToken[] = [];
  const close = (): void => {
    const equation = equationOf(left, side);
    if (equation !== undefined) equations.push(equation);
  };
  for (const token of mathsTokens(plainMaths(text))) {
    if (token.type !== 'equals' && token.type !== 'stop') {
      side.push(token);
      continue;
    }
    close();
    left = token.type === 'equals' ? side : [];
    side = [];
  }
  close();
  return equations;
}

/** The right side is the first number behind the sign; a chain `a = b = c` gives one equation for each sign. */
function equationOf(
  leftSide: readonly MathsToken[],
  rightSide: readonly MathsToken[],
): Equation | undefined {
  const expression = expressionAtEnd(leftSide);
  const left = evaluate(expression);
  const [first, second] = rightSide.filter(({ type }) => type !== 'word');
  if (left === undefined || first?.type !== 'number' || second?.type === 'unknown')
    return undefined;
  const factors = [...ALWAYS, ...scalesIn(leftSide), ...scalesIn(rightSide)];
  const agrees = (right: number): boolean =>
    factors.some((factor) => {
      const written = { ...first, value: right * factor, step: first.step * factor };
      return Math.abs(left - written.value) <= toleranceOf(left, written, expression);
    });
  // People go on calculating behind the result: `7 * 60 = 420 + 23 = 443`.
  if (second?.type !== 'operator' || agrees(first.value))
    return { left, right: first.value, holds: agrees(first.value) };
  // Otherwise an expression on the right is a rewriting, for example `60 % of 50 = 0.6 * 50`.
  const right = evaluate(expressionAtEnd(rightSide));
  return right === undefined ? undefined : { left, right, holds: agrees(right) };
}

/** Percent and cents are written either way, so a factor of 100 is no mistake. */
const ALWAYS = [1, 100, 0.01];

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

/** `2 * 10 = $20 million`: a word for a scale may be meant on the one side and written on the other. */
function scalesIn(side: readonly MathsToken[]): number[] {
  return side.flatMap(({ text }) => {
    const scale = SCALES[text];
    return scale === undefined ? [] : [scale, 1 / scale];
  });
}

/** Whole numbers are exact. What was divided may have been rounded to a whole; what is not whole, to its last digit. */
function toleranceOf(
  left: number,
  { value, step }: Pick<MathsToken, 'value' | 'step'>,
  expression: readonly MathsToken[],
): number {
  if (isWhole(left) && isWhole(value)) return 0.01;
  const divided = expression.some(({ text }) => text === '/');
  if (divided && isWhole(value)) return 1;
  return 0.51 * step + Math.abs(left) * 0.005;
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}
