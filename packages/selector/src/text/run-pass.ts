import { hashWord } from './hash.ts';
import { KIND, KINDS } from './kind-of.ts';
import { readEastern } from './read-eastern.ts';
import { readForeignWord } from './read-foreign-word.ts';
import { readWords } from './read-words.ts';
import { UNITS } from './reading-memory.ts';
import type { TextPass } from './text-pass.ts';

const CLOSING_BRACKET = 41;
const DOT = 46;
const QUESTION_MARK = 63;
const BACKTICK = 96;
const WIDE_COMMA = 0x3001;
const WIDE_QUESTION_MARK = 0xff1f;

/** All numbers are the same word: their values say nothing about difficulty. */
const ANY_NUMBER = hashWord('0');

/** Reads a question in one pass, linear in its length: words, cues, numbers, marks, lines and scripts. */
export function runPass(pass: TextPass, text: string): void {
  pass.begin(text);
  while (pass.position < pass.length) {
    const code = UNITS[pass.position]!;
    const kind = KINDS[code]!;
    if (kind === KIND.space) pass.position += 1;
    else readNext(pass, kind, code);
  }
  pass.end();
}

function readNext(pass: TextPass, kind: number, code: number): void {
  switch (kind) {
    case KIND.newline:
      pass.position += 1;
      pass.lines += 1;
      pass.lineStart = true;
      return;
    case KIND.letter:
      readWords(pass);
      break;
    case KIND.digit:
      readNumber(pass);
      break;
    case KIND.han:
    case KIND.kana:
      readEastern(pass);
      break;
    case KIND.foreign:
      readForeignWord(pass);
      break;
    default:
      readMark(pass, kind, code);
  }
  pass.lineStart = false;
}

/** A run of digits with its decimals and thousands is one number; at the start of a line it may number the line. */
function readNumber(pass: TextPass): void {
  const { position: start } = pass;
  let position = start;
  let separators = 0;
  for (; isNumeric(UNITS[position]!); position += 1) {
    if (KINDS[UNITS[position]!] !== KIND.digit) separators += 1;
  }
  if (pass.lineStart && isNumbering(position)) pass.numberedLines += 1;
  else pass.numbers += 1;
  pass.digits += position - start - separators;
  pass.symbols += separators;
  pass.word(ANY_NUMBER);
  pass.position = position;
}

function isNumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || code === DOT || code === 44;
}

/** `isNumeric` has taken the dot of "1." already. */
function isNumbering(end: number): boolean {
  return UNITS[end - 1] === DOT || UNITS[end] === CLOSING_BRACKET || UNITS[end] === WIDE_COMMA;
}

function readMark(pass: TextPass, kind: number, code: number): void {
  if (kind === KIND.codeMark) readCodeMark(pass, code);
  else if (kind === KIND.formulaMark) pass.formulaMarks += 1;
  else {
    pass.symbols += 1;
    if (code === QUESTION_MARK || code === WIDE_QUESTION_MARK) pass.questionMarks += 1;
  }
  pass.position += 1;
}

function readCodeMark(pass: TextPass, code: number): void {
  pass.codeMarks += 1;
  const { position } = pass;
  if (code === BACKTICK && UNITS[position + 1] === BACKTICK && UNITS[position + 2] === BACKTICK) {
    pass.fences += 1;
    pass.position += 2;
  }
}
