import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTextTokens } from '../src/requirements/estimate-tokens.ts';
import { CHINESE } from '../src/task/lexicon-zh.ts';
import { ENGLISH } from '../src/task/lexicon-en.ts';
import { OTHERS } from '../src/task/lexicon-others.ts';
import { borrowReading } from '../src/text/borrow-reading.ts';
import { readText } from '../src/text/read-text.ts';
import { referenceReading } from './reference-reading.ts';

const WORDS = [ENGLISH, CHINESE, ...Object.values(OTHERS)]
  .flatMap((lexicon) => Object.values(lexicon))
  .flatMap((words) => words.split(/[ _]/));

const MARKS = [
  '',
  ' ',
  '  ',
  '\n',
  '\n  ',
  '\r\n',
  ', ',
  '.',
  '?',
  '？',
  '、',
  '```',
  '`',
  ' = ',
  '(x + 2)',
  '\nA. ',
  '\nB) ',
  '\n1. ',
  '\n2) ',
  '3,141.5',
  's',
  'S',
  'É',
  'ß',
  'Ж',
  '😀',
  '\ud83d',
  '\u0000',
  '𝄞',
  '函',
];

/** Texts of cue words in all languages with everything between them that reading tells apart. */
const texts = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...MARKS)), { maxLength: 60 })
  .map((pieces) => pieces.flat().join(''));

describe('reading a text', () => {
  it('sees what a plain reading in strings and maps sees', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        expect(readText(text)).toEqual(referenceReading(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('counts up to 255 and then no further, as the plain reading does', () => {
    const text = 'the proof '.repeat(400);
    expect(readText(text)).toEqual(referenceReading(text));
    expect(Math.max(...readText(text).gramCounts)).toBe(255);
  });

  it('forgets one text before it reads the next', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const first = readText(one);
        const second = readText(other);
        expect(readText(one)).toEqual(first);
        expect(borrowReading(other)).toEqual(second);
      }),
    );
  });

  it('reads a very long text up to its bound', () => {
    const long = 'word '.repeat(50_000);
    expect(readText(long)).toEqual(readText(long.slice(0, 32_767)));
  });

  it('counts the tokens that an estimate without a reading counts', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const { tokens, fences } = readText(text);
        // A fence is one token, which only a reading sees.
        expect(tokens + (2 * fences) / 1.6).toBeCloseTo(estimateTextTokens(text), 3);
      }),
    );
  });
});
