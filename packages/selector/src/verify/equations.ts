/** One equation of a text, as far as it can be recomputed. */
export interface Equation {
  readonly left: number;
  readonly right: number;
  /** How far the sides may differ because the right one was rounded when it was written. */
  readonly tolerance: number;
}

interface Token {
  readonly type: 'number' | 'operator' | 'equals' | 'open' | 'close' | 'word' | 'unknown' | 'stop';
  readonly value: number;
  readonly text: string;
  /** It stands directly behind the token before. */
  readonly glued: boolean;
}

/** Numbers with what is glued to them, signs, words with their slashes (`miles/hour`), and what ends an expression. */
const TOKEN =
  /(\d[\d,]*(?:\.\d+)?|\.\d+)(?:(\s?%)|([A-Za-z]))?|([+*/×÷·−–-])|(=)|(\()|(\))|([A-Za-z]+(?:\/[A-Za-z]+)*)|([.;:!?\n|<>≈~^\\])/g;

/** The most tokens of a text that are looked at, which bounds the work on hostile answers. */
const MOST_TOKENS = 4_000;

/** Finds equations like `48 / 2 = 24` or `3 * $12 + 5 = 41 dollars` and recomputes their left sides. */
export function equationsIn(text: string): Equation[] {
  const equations: Equation[] = [];
  let side: Token[] = [];
  let left: number | undefined;
  const close = (): void => {
    if (left !== undefined) {
      const equation = equationOf(left, side);
      if (equation !== undefined) equations.push(equation);
    }
    left = undefined;
  };
  for (const token of tokensIn(text)) {
    if (token.type === 'equals') {
      close();
      left = evaluate(side);
      side = [];
    } else if (token.type === 'stop') {
      close();
      side = [];
    } else side.push(token);
  }
  close();
  return equations;
}

function tokensIn(text: string): Token[] {
  const tokens: Token[] = [];
  let end = -1;
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length >= MOST_TOKENS) break;
    tokens.push({ ...tokenOf(match), glued: match.index === end });
    end = match.index + match[0].length;
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray): Omit<Token, 'glued'> {
  const [text, number, percent, letter, operator, equals, open, closing, word] = match;
  if (number !== undefined) return numberToken(number, percent, letter);
  if (operator !== undefined) return { type: 'operator', value: 0, text: plain(operator) };
  if (word !== undefined) return wordToken(word);
  const type = equals ? 'equals' : open ? 'open' : closing ? 'close' : 'stop';
  return { type, value: 0, text };
}

/** A letter glued to a number is a variable: what it stands for is not known. */
function numberToken(number: string, percent?: string, letter?: string): Omit<Token, 'glued'> {
  if (letter !== undefined) return { type: 'unknown', value: 0, text: number };
  const value = Number(number.replaceAll(',', '')) / (percent === undefined ? 1 : 100);
  return { type: 'number', value, text: number };
}

/** "x" between numbers is a multiplication; every other word is a unit, or ends the expression. */
function wordToken(word: string): Omit<Token, 'glued'> {
  return word.toLowerCase() === 'x'
    ? { type: 'operator', value: 0, text: '*' }
    : { type: 'word', value: 0, text: word };
}

function plain(operator: string): string {
  if (operator === '×' || operator === '·') return '*';
  if (operator === '÷') return '/';
  return operator === '−' || operator === '–' ? '-' : operator;
}

/** The right side is the first number behind the sign; a chain `a = b = c` gives one equation for each sign. */
function equationOf(left: number, side: readonly Token[]): Equation | undefined {
  const [first, second] = side.filter(({ type }) => type !== 'word');
  if (first?.type !== 'number') return undefined;
  // An expression on the right is a rewriting, for example `60 % of 50 = 0.6 * 50`.
  const right = second?.type === 'operator' ? evaluate(side) : first.value;
  if (right === undefined) return undefined;
  const decimals = first.text.split('.')[1]?.length ?? 0;
  return { left, right, tolerance: 0.51 * 10 ** -decimals + Math.abs(left) * 0.005 };
}

/** Evaluates the longest expression at the end of a side: what stands before it is prose. */
function evaluate(side: readonly Token[]): number | undefined {
  const expression = expressionAtEnd(side);
  const hasOperator = expression.some(({ type }) => type === 'operator');
  if (!hasOperator) return undefined;
  const position = { at: 0 };
  const value = sum(expression, position);
  return position.at === expression.length && Number.isFinite(value) ? value : undefined;
}

/**
 * Units behind a number are dropped, with the slash before them (`$60/painting`). Two numbers side by side mean that prose ended
 * and the expression began, unless they are a mixed number (`1 1/2`), which makes the value unknown.
 */
function expressionAtEnd(side: readonly Token[]): Token[] {
  const expression: Token[] = [];
  for (let index = side.length - 1; index >= 0; index -= 1) {
    const token = side[index]!;
    const next = expression[0];
    if (token.type === 'word') {
      if (next !== undefined && next.type !== 'operator' && next.type !== 'close') break;
      if (side[index - 1]?.text === '/') index -= 1;
      continue;
    }
    if (token.type === 'unknown') return [];
    if (isValueEnd(token) && isValueStart(next)) {
      if (next?.type === 'open' && next.glued) expression.unshift(TIMES);
      else if (isMixed(token, expression)) return [];
      else break;
    }
    expression.unshift(token);
  }
  return expression;
}

const TIMES: Token = { type: 'operator', value: 0, text: '*', glued: true };

function isValueEnd({ type }: Token): boolean {
  return type === 'number' || type === 'close';
}

function isValueStart(token: Token | undefined): boolean {
  return token?.type === 'number' || token?.type === 'open';
}

function isMixed(token: Token, [numerator, slash, denominator]: readonly Token[]): boolean {
  if (token.type !== 'number' || slash?.text !== '/') return false;
  return (numerator?.value ?? 0) < (denominator?.value ?? 0);
}

interface Position {
  at: number;
}

function sum(tokens: readonly Token[], position: Position): number {
  let value = product(tokens, position);
  for (;;) {
    const operator = tokens[position.at]?.text;
    if (operator !== '+' && operator !== '-') return value;
    position.at += 1;
    const other = product(tokens, position);
    value = operator === '+' ? value + other : value - other;
  }
}

function product(tokens: readonly Token[], position: Position): number {
  let value = factor(tokens, position);
  for (;;) {
    const operator = tokens[position.at]?.text;
    if (operator !== '*' && operator !== '/') return value;
    position.at += 1;
    const other = factor(tokens, position);
    value = operator === '*' ? value * other : value / other;
  }
}

function factor(tokens: readonly Token[], position: Position): number {
  const token = tokens[position.at];
  position.at += 1;
  if (token?.type === 'number') return token.value;
  if (token?.text === '-') return -factor(tokens, position);
  if (token?.type !== 'open') return Number.NaN;
  const value = sum(tokens, position);
  position.at += 1;
  return tokens[position.at - 1]?.type === 'close' ? value : Number.NaN;
}
