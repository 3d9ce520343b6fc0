import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeCall } from '../src/index.ts';
import { checkAnswer } from '../src/verify.ts';

/** Pieces that drive patterns, parsers and splitters slow when they are repeated. */
const PIECES = [
  '<a>',
  '</a>',
  '<<',
  '((',
  '1,',
  '1+',
  '= ',
  '> \n',
  '\n\n',
  '```',
  'a-',
  '函',
  '證明',
  '𝄞',
  '%',
  'A. ',
  '1. ',
  '\u0000',
  ' ',
  'aaaa',
  '-',
  '{"a":',
];

function timeOf(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/** The fastest of a few runs: what the machine does beside is not of interest. */
function fastest(run: () => unknown): number {
  return Math.min(...Array.from({ length: 4 }, () => timeOf(run)));
}

function describeText(content: string): unknown {
  return describeCall({ prompt: [{ role: 'user', content }] });
}

function checkText(text: string): unknown {
  return checkAnswer({ text, params: { prompt: [{ role: 'user', content: text }] } });
}

describe('hostile input', () => {
  it.each([
    ['a call', describeText],
    ['an answer', checkText],
  ])('%s of eight times the length takes nowhere near 64 times as long', (_name, run) => {
    run('warm up '.repeat(4_000));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }),
        (pieces) => {
          const unit = pieces.join('');
          const short = unit.repeat(Math.ceil(40_000 / unit.length));
          const long = short.repeat(8);
          // Quadratic work would take 64 times as long; the floor keeps a timer's noise out.
          expect(fastest(() => run(long))).toBeLessThan(
            32 *
              Math.max(
                1,
                fastest(() => run(short)),
              ),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
