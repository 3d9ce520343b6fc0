import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';

const word = /[\p{L}\p{M}\p{N}]+/gu;
// Scripts that put no space between words.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The terms of a text, in order: lower case, without English stop words, English words stemmed.
 * Where words are not set apart, as in Chinese or Japanese, a dictionary parts them, and single
 * characters and pairs of neighbours are terms as well: query and memory are not always parted alike.
 */
export function tokenize(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().match(word) ?? [];
  return words.flatMap((each) => (unspaced.test(each) ? segment(each) : plainTerm(each)));
}

function plainTerm(each: string): string[] {
  return stopWords.has(each) ? [] : [stem(each)];
}

function segment(run: string): string[] {
  const segments = Array.from(segmenter.segment(run), ({ segment: term }) => term);
  const characters = Array.from(run).filter((character) => !segments.includes(character));
  return [...segments, ...characters, ...pairs(run, segments)].filter(
    (term) => !stopCharacters.has(term),
  );
}

/** Pairs that are no segment of their own: those are terms already. */
function pairs(run: string, segments: readonly string[]): string[] {
  const characters = Array.from(run);
  const known = new Set(segments);
  return characters
    .slice(1)
    .map((character, index) => `${characters[index] ?? ''}${character}`)
    .filter((pair) => !known.has(pair));
}

/** What stop words are to English. */
const stopCharacters: ReadonlySet<string> = new Set(
  '的 了 是 在 我 你 他 她 它 們 们 我們 我们 你們 你们 嗎 吗 呢 吧 啊 和 與 与 也 都 就 很 有 個 个 這 这 那 什麼 什么 の は が を に で と も'.split(
    ' ',
  ),
);
