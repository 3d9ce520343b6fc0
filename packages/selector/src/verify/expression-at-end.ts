import { type MathsToken, OF, signToken } from './maths-token.ts';

/** Words behind which an expression begins, even before a minus sign. */
const PROSE = new Set(
  'because so since then thus therefore and is are was were which that to if or by get gives'.split(
    ' ',
  ),
);

/**
 * The longest expression at the end of one side of an equals sign; what stands before it is prose. Empty where a value cannot be
 * known: a variable, a mixed number, a division that may be read in two ways.
 */
export function expressionAtEnd(side: readonly MathsToken[]): readonly MathsToken[] {
  const expression: MathsToken[] = [];
  for (let index = side.length - 1; index >= 0; index -= 1) {
    const token = side[index]!;
    const next = expression[0];
    if (token.type === 'unknown') return [];
    if (token.type === 'word') {
      const role = roleOf(side, index, next);
      if (role === 'operand') return [];
      if (role === 'prose') break;
      // The slash of "$60/painting" goes with its unit.
      if (side[index - 1]?.text === '/') index -= 1;
      continue;
    }
    if (isValueEnd(token) && isValueStart(next)) {
      if (next?.type === 'open' && next.glued) expression.unshift(signToken('operator', '*', true));
      // "3 (4 + 5)" may be a product or a number before a remark.
      else if (next?.type === 'open' || isMixed(token, expression)) return [];
      else break;
    }
    expression.unshift(token);
  }
  return isClear(expression) ? expression : [];
}

/** A word is the unit of the value before it, prose before the expression, or an operand: a name for a number. */
function roleOf(
  side: readonly MathsToken[],
  index: number,
  next: MathsToken | undefined,
): 'unit' | 'prose' | 'operand' {
  const before = valueBefore(side, index);
  // "f(9)" is a function, and a single letter a variable.
  if (next?.type === 'open' && next.glued) return 'operand';
  if (isValueStart(next)) {
    const joined = side[index]!.text === 'and' && side[index - 1]?.type === 'number';
    return joined || before?.type === 'operator' ? 'operand' : 'prose';
  }
  if (next?.text === '-' && PROSE.has(side[index]!.text)) return 'prose';
  if (side[index]!.text.length === 1) return 'operand';
  if (side[index - 1]?.text === '/') return 'unit';
  // "$60/large painting" is a unit down to its slash.
  return before !== undefined && (isValueEnd(before) || before.text === '/') ? 'unit' : 'operand';
}

/** "8 large red paintings": a unit has no more words, and looking further would make a long line of words quadratic. */
const UNIT_WORDS = 4;

function valueBefore(side: readonly MathsToken[], index: number): MathsToken | undefined {
  for (let place = index - 1; place >= Math.max(0, index - UNIT_WORDS); place -= 1)
    if (side[place]!.type !== 'word') return side[place];
  return undefined;
}

function isValueEnd({ type }: MathsToken): boolean {
  return type === 'number' || type === 'close';
}

function isValueStart(token: MathsToken | undefined): boolean {
  return token?.type === 'number' || token?.type === 'open';
}

/** `1 1/2`. */
function isMixed(
  token: MathsToken,
  [numerator, slash, denominator]: readonly MathsToken[],
): boolean {
  if (token.type !== 'number' || slash?.text !== '/') return false;
  return (numerator?.value ?? 0) < (denominator?.value ?? 0);
}

/** A minus that begins it has to be a sign, and two divisions in a row have to be spaced alike: `60 / 3/4` is 80 for who wrote it. */
function isClear(expression: readonly MathsToken[]): boolean {
  const [first, second] = expression;
  if (first?.text === '-' && second?.glued !== true) return false;
  // "10% of 400 + 80" may mean either.
  if (expression.some(isOf) && expression.some(isPlusOrMinus)) return false;
  return !expression.some((token, place) => {
    const other = expression[place + 2];
    return (
      token.text === '/' &&
      other?.text === '/' &&
      isTight(expression, place) !== isTight(expression, place + 2)
    );
  });
}

function isOf({ text }: MathsToken): boolean {
  return text === OF;
}

function isPlusOrMinus({ text }: MathsToken): boolean {
  return text === '+' || text === '-';
}

function isTight(expression: readonly MathsToken[], place: number): boolean {
  return expression[place]!.glued && expression[place + 1]?.glued === true;
}
