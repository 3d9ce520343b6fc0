import { type MathsToken, OF } from './maths-token.ts';

interface Position {
  at: number;
}

/** Deeper brackets are no calculation that a person wrote, and would end in the engine's own stack. */
const MOST_DEPTH = 30;

/** The value of a whole expression of numbers, brackets and the four operators, or `undefined` when it is none. */
export function evaluate(expression: readonly MathsToken[]): number | undefined {
  // A sign alone calculates nothing.
  if (!expression.some(({ type }, place) => place > 0 && type === 'operator')) return undefined;
  const position = { at: 0 };
  const value = sum(expression, position, 0);
  return position.at === expression.length && Number.isFinite(value) ? value : undefined;
}

function sum(tokens: readonly MathsToken[], position: Position, depth: number): number {
  let value = product(tokens, position, depth);
  for (;;) {
    const operator = tokens[position.at]?.text;
    if (operator !== '+' && operator !== '-') return value;
    position.at += 1;
    const other = product(tokens, position, depth);
    value = operator === '+' ? value + other : value - other;
  }
}

function product(tokens: readonly MathsToken[], position: Position, depth: number): number {
  let value = factor(tokens, position, depth);
  for (;;) {
    const operator = tokens[position.at]?.text;
    if (operator !== '*' && operator !== '/' && operator !== OF) return value;
    position.at += 1;
    const other = factor(tokens, position, depth);
    value = operator === '/' ? value / other : value * other;
  }
}

function factor(tokens: readonly MathsToken[], position: Position, depth: number): number {
  const token = tokens[position.at];
  position.at += 1;
  if (token?.type === 'number') return token.value;
  if (depth > MOST_DEPTH) return Number.NaN;
  if (token?.text === '-') return -factor(tokens, position, depth + 1);
  if (token?.type !== 'open') return Number.NaN;
  const value = sum(tokens, position, depth + 1);
  position.at += 1;
  return tokens[position.at - 1]?.type === 'close' ? value : Number.NaN;
}
