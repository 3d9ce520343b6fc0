import { type MathsToken, OF, signToken } from './maths-token.ts';
import { numberValue } from './number-value.ts';

/** Units that are written without a space; any other letter behind a number makes it a variable or an ordinal. */
const UNITS = 'kg|km|cm|mm|ml|lbs?|oz|mph|ft|hrs?|mins?';

/** Times of day, thousands set apart by spaces, powers and roots; numbers with a unit, signs, words with their slashes, and what ends an expression. */
const TOKEN = new RegExp(
  [
    String.raw`(\d{1,2}:\d\d|\d{1,3} \d{3}(?!\d)|\\[A-Za-z]+|[\^_√π²³])`,
    String.raw`(\d[\d,]*(?:\.\d+)?|\.\d+)(?:(\s?%)|(?:${UNITS})\b|([A-Za-z]))?`,
    String.raw`([+*/×÷·−–-])`,
    String.raw`(=)`,
    String.raw`(\()`,
    String.raw`(\))`,
    String.raw`([A-Za-z]+(?:\/[A-Za-z]+)*)`,
    String.raw`([.;:!?\n|<>≈~\\])`,
  ].join('|'),
  'g',
);

/** The most tokens of a text that are looked at, which bounds the work on hostile answers. */
const MOST_TOKENS = 4_000;

/** Splits a text into what matters for calculations, up to a bound. */
export function mathsTokens(text: string): MathsToken[] {
  const tokens: MathsToken[] = [];
  let end = -1;
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length >= MOST_TOKENS) break;
    const token = tokenOf(match, match.index === end);
    end = match.index + match[0].length;
    if (token.type === 'word') addWord(tokens, token);
    else tokens.push(token);
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray, glued: boolean): MathsToken {
  const [text, vague, digits, percent, letter, operator, equals, open, close, word] = match;
  if (vague !== undefined) return signToken('unknown', text, glued);
  if (digits !== undefined) return numberToken(digits, percent, letter, glued);
  if (operator !== undefined) return signToken('operator', plainOperator(operator), glued);
  if (word !== undefined) return signToken('word', word.toLowerCase(), glued);
  return signToken(equals ? 'equals' : open ? 'open' : close ? 'close' : 'stop', text, glued);
}

function numberToken(
  written: string,
  percent: string | undefined,
  letter: string | undefined,
  glued: boolean,
): MathsToken {
  const digits = written.replace(/,+$/, '');
  const value = letter === undefined ? numberValue(digits) : undefined;
  if (value === undefined) return signToken('unknown', digits, glued);
  const scale = percent === undefined ? 1 : 0.01;
  const decimals = digits.split('.')[1]?.length ?? 0;
  const text = `${digits}${percent === undefined ? '' : '%'}`;
  return { type: 'number', value: value * scale, step: 10 ** -decimals * scale, text, glued };
}

function plainOperator(operator: string): string {
  if (operator === '×' || operator === '·') return '*';
  if (operator === '÷') return '/';
  return operator === '−' || operator === '–' ? '-' : operator;
}

const ARTICLES = new Set(['the', 'a', 'an', 'all', 'her', 'his', 'their', 'its', 'those', 'these']);

/** "x" multiplies, "of" multiplies behind a part (`20% of 50`, `1/2 of 50`); other words stay. */
function addWord(tokens: MathsToken[], word: MathsToken): void {
  const before = tokens.at(-1);
  if (word.text === 'x') tokens.push(signToken('operator', '*', word.glued));
  else if (word.text === 'of' && isPart(tokens)) tokens.push(signToken('operator', OF));
  else if (before?.text === OF && ARTICLES.has(word.text)) return;
  else tokens.push(word);
}

function isPart(tokens: readonly MathsToken[]): boolean {
  const [above, slash, below] = tokens.slice(-3);
  if (tokens.at(-1)?.text.endsWith('%') === true) return true;
  return above?.type === 'number' && slash?.text === '/' && below?.type === 'number' && below.glued;
}
