import { readEastern } from './read-eastern.ts';
import { readForeignWord } from './read-foreign-word.ts';
import { readWord } from './read-word.ts';
import { KIND, KINDS } from './kind-of.ts';
import { hashWord } from './hash.ts';
import { TextPass } from './text-pass.ts';
import type { TextReading } from './text-reading.ts';
import { tokensOf } from './tokens-of.ts';

const SPACE = 32;

/** All numbers are the same word: their values say nothing about difficulty. */
const ANY_NUMBER = hashWord('0');

/** Reads a question in one pass, linear in its length: words, cues, numbers, marks, lines and scripts. */
export function readText(text: string): TextReading {
  const pass = new TextPass(text);
  while (pass.position < text.length) {
    if (text.charCodeAt(pass.position) === SPACE) pass.position += 1;
    else readNext(pass);
  }
  return finish(pass);
}

function readNext(pass: TextPass): void {
  const code = pass.text.charCodeAt(pass.position);
  switch (KINDS[code]) {
    case KIND.space:
      pass.position += 1;
      return;
    case KIND.newline:
      pass.position += 1;
      pass.lines += 1;
      pass.lineStart = true;
      return;
    case KIND.letter:
      readWord(pass);
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
      readMark(pass, code);
  }
  pass.lineStart = false;
}

/** A run of digits with its decimals and thousands is one number; at the start of a line it may number the line. */
function readNumber(pass: TextPass): void {
  const { text, lineStart } = pass;
  let { position } = pass;
  while (isNumeric(text.charCodeAt(position))) position += 1;
  if (isNumbering(text, position, lineStart)) pass.numberedLines += 1;
  else pass.numbers += 1;
  pass.digits += position - pass.position;
  pass.word(ANY_NUMBER);
  pass.position = position;
}

function isNumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 46 || code === 44;
}

/** `isNumeric` has taken the dot of "1." already. */
function isNumbering(text: string, end: number, lineStart: boolean): boolean {
  if (!lineStart) return false;
  return text[end - 1] === '.' || text[end] === ')' || text[end] === '、';
}

function readMark(pass: TextPass, code: number): void {
  const kind = KINDS[code];
  if (kind === KIND.codeMark) readCodeMark(pass, code);
  else if (kind === KIND.formulaMark) pass.formulaMarks += 1;
  else {
    pass.symbols += 1;
    if (code === 63 || code === 0xff1f) pass.questionMarks += 1;
  }
  pass.position += 1;
}

const BACKTICK = 96;

function readCodeMark(pass: TextPass, code: number): void {
  pass.codeMarks += 1;
  if (code === BACKTICK && pass.text.startsWith('```', pass.position)) {
    pass.fences += 1;
    pass.position += 2;
  }
}

function finish(pass: TextPass): TextReading {
  const tokens = tokensOf(pass);
  const grams = pass.grams.slice(0, pass.gramCount);
  const gramCounts = new Uint8Array(grams.length);
  for (let index = 0; index < grams.length; index += 1)
    gramCounts[index] = pass.countByBucket[grams[index]!]!;
  return {
    cues: pass.cues,
    words: pass.words + pass.han / 2,
    questionTokens: pass.optionLines > 1 ? pass.tokensBeforeOptions : tokens,
    tokens,
    numbers: pass.numbers,
    formulaMarks: pass.formulaMarks,
    codeMarks: pass.codeMarks,
    fences: pass.fences,
    lines: pass.lines,
    numberedLines: pass.numberedLines,
    optionLines: pass.optionLines,
    questionMarks: pass.questionMarks,
    beginsFactual: pass.beginsFactual,
    letters: pass.letters,
    han: pass.han,
    simplified: pass.simplified,
    traditional: pass.traditional,
    foreign: pass.foreign,
    grams,
    gramCounts,
  };
}
