import { CUES, type Cue } from '../src/task/cue.ts';
import { ENGLISH } from '../src/task/lexicon-en.ts';
import { OTHERS } from '../src/task/lexicon-others.ts';
import { CHINESE } from '../src/task/lexicon-zh.ts';
import { bucketOf } from '../src/text/bucket-of.ts';
import { hashPair, hashWord } from '../src/text/hash.ts';
import { KIND, KINDS } from '../src/text/kind-of.ts';
import { SCRIPTS, SIMPLIFIED, TRADITIONAL } from '../src/text/scripts-of-han.ts';
import { tokensOf } from '../src/text/tokens-of.ts';
import type { TextReading } from '../src/text/text-reading.ts';

/** Cues by word, or by two words with `_` between them; a later lexicon wins. */
const CUE_OF: ReadonlyMap<string, Cue> = new Map(
  [...Object.values(OTHERS), CHINESE, ENGLISH].flatMap((lexicon) =>
    CUES.flatMap((cue) =>
      (lexicon[cue] ?? '').split(' ').map((word): [string, Cue] => [word, cue]),
    ),
  ),
);

/**
 * Reads a text as `readText` does, in strings and maps and without a thought for speed: what the fast reading is measured
 * against.
 */
export function referenceReading(text: string): TextReading {
  const cues = new Map<Cue, number>();
  const grams = new Map<number, number>();
  const count = {
    letters: 0,
    digits: 0,
    symbols: 0,
    codeMarks: 0,
    formulaMarks: 0,
    han: 0,
    kana: 0,
    foreign: 0,
  };
  const seen = {
    words: 0,
    numbers: 0,
    lines: 1,
    numberedLines: 0,
    optionLines: 0,
    questionMarks: 0,
    fences: 0,
    simplified: 0,
    traditional: 0,
  };
  let beginsFactual = false;
  let tokensBeforeOptions = 0;
  let previous: string | null = null;
  let lineStart = true;
  const note = (cue: Cue | undefined): void => {
    if (cue !== undefined) cues.set(cue, (cues.get(cue) ?? 0) + 1);
  };
  const gram = (hash: number): void => {
    const bucket = bucketOf(hash);
    grams.set(bucket, (grams.get(bucket) ?? 0) + 1);
  };
  const takeWord = (word: string): void => {
    note(CUE_OF.get(word));
    gram(hashWord(word));
    if (previous !== null) {
      note(CUE_OF.get(`${previous}_${word}`));
      gram(hashPair(hashWord(previous), hashWord(word)));
    }
    previous = word;
    seen.words += 1;
  };
  const runFrom = (start: number, isIn: (code: number) => boolean): string => {
    let end = start;
    while (end < text.length && isIn(text.charCodeAt(end))) end += 1;
    return text.slice(start, end);
  };

  let position = 0;
  let behindCue = 0;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    const kind = KINDS[code];
    if (kind === KIND.space) {
      position += 1;
      continue;
    }
    if (kind === KIND.newline) {
      seen.lines += 1;
      lineStart = true;
      position += 1;
      continue;
    }
    let length = 1;
    if (kind === KIND.letter) {
      const run = runFrom(position, (unit) => KINDS[unit] === KIND.letter);
      if (lineStart && /^[A-J]$/.test(run) && /[.):]/.test(text.charAt(position + 1))) {
        seen.optionLines += 1;
        if (seen.optionLines === 1) tokensBeforeOptions = tokensOf(count);
      }
      const word = run.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
      if (seen.words < 3 && CUE_OF.get(word) === 'factual') beginsFactual = true;
      takeWord(word);
      if (run.length > 3 && run.endsWith('s')) note(CUE_OF.get(word.slice(0, -1)));
      count.letters += run.length;
      length = run.length;
    } else if (kind === KIND.digit) {
      const run = runFrom(position, (unit) => /[\d.,]/.test(String.fromCharCode(unit)));
      const behind = text.charAt(position + run.length);
      if (lineStart && (run.endsWith('.') || behind === ')' || behind === '、'))
        seen.numberedLines += 1;
      else seen.numbers += 1;
      const digits = run.replaceAll(/[.,]/g, '').length;
      count.digits += digits;
      count.symbols += run.length - digits;
      takeWord('0');
      length = run.length;
    } else if (kind === KIND.han || kind === KIND.kana) {
      if (position >= behindCue) {
        const cue = longestEasternCue(text, position);
        if (cue !== undefined) {
          note(CUE_OF.get(cue));
          if (CUE_OF.get(cue) === 'factual' && position < 12) beginsFactual = true;
          behindCue = position + cue.length;
        }
      }
      if (kind === KIND.han) {
        count.han += 1;
        if (SCRIPTS[code] === SIMPLIFIED) seen.simplified += 1;
        if (SCRIPTS[code] === TRADITIONAL) seen.traditional += 1;
        gram(hashPair(code, text.charCodeAt(position + 1) || 0));
      } else {
        count.kana += 1;
        count.foreign += 1;
      }
    } else if (kind === KIND.foreign) {
      const run = runFrom(position, (unit) => KINDS[unit] === KIND.foreign);
      takeWord(run.replaceAll(/[А-Я]/g, (letter) => letter.toLowerCase()));
      count.foreign += run.length;
      length = run.length;
    } else if (kind === KIND.codeMark) {
      count.codeMarks += 1;
      if (text.startsWith('```', position)) {
        seen.fences += 1;
        length = 3;
      }
    } else if (kind === KIND.formulaMark) count.formulaMarks += 1;
    else {
      count.symbols += 1;
      if ('?？'.includes(text.charAt(position))) seen.questionMarks += 1;
    }
    lineStart = false;
    position += length;
  }

  const tokens = tokensOf(count);
  const { letters, formulaMarks, codeMarks, han, foreign } = count;
  return {
    ...seen,
    cues: Uint16Array.from(CUES, (cue) => cues.get(cue) ?? 0),
    words: seen.words + han / 2,
    questionTokens: seen.optionLines > 1 ? tokensBeforeOptions : tokens,
    tokens,
    beginsFactual,
    letters,
    formulaMarks,
    codeMarks,
    han,
    foreign,
    grams: Uint16Array.from(grams.keys()),
    gramCounts: Uint8Array.from(grams.values(), (times) => Math.min(255, times)),
  };
}

function longestEasternCue(text: string, start: number): string | undefined {
  for (let length = Math.min(10, text.length - start); length > 0; length -= 1) {
    const word = text.slice(start, start + length);
    if (CUE_OF.has(word)) return word;
  }
  return undefined;
}
