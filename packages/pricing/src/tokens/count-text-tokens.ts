import { type TextPiece, textPieces } from './text-pieces.ts';
import { TOKEN_WEIGHTS as weights } from './token-weights.ts';

/**
 * How many o200k tokens a text has, without a tokenizer. For texts over 200 tokens the mean error is about 4 %, and 10 % is
 * rarely exceeded; see {@link TOKEN_WEIGHTS}. Other families cut texts into more tokens: `estimateTokens` knows by how much.
 */
export function countTextTokens(text: string): number {
  const words = new WordCount();
  let tokens = 0;
  for (const piece of textPieces(text)) {
    if (piece.kind === 'word') words.add(piece.text);
    else tokens += weightOf(piece);
  }
  return Math.round(tokens + words.tokens());
}

function weightOf(piece: Exclude<TextPiece, { kind: 'word' }>): number {
  switch (piece.kind) {
    case 'han':
      return piece.text.length * weights.hanCharacter;
    case 'kana':
      return piece.text.length * weights.kana;
    case 'hangul':
      return piece.text.length * weights.hangul;
    case 'cyrillic':
      return piece.text.length * weights.cyrillicLetter;
    case 'letters':
      return piece.text.length * weights.otherLetter;
    case 'digits':
      return weights.digits;
    case 'line-break':
      return weights.lineBreak;
    case 'indent':
      return weights.indent;
    case 'leading-mark':
      return isAscii(piece.text) ? weights.leadingMark : markWeight(piece.text);
    default:
      return marksWeight(piece.text);
  }
}

/** A run of marks: ASCII ones melt together, the others stand alone. */
function marksWeight(text: string): number {
  const marks = Array.from(text);
  const ascii = marks.filter(isAscii).length;
  const others = marks
    .filter((mark) => !isAscii(mark))
    .reduce((sum, mark) => sum + markWeight(mark), 0);
  return asciiRunWeight(ascii) + others;
}

function asciiRunWeight(length: number): number {
  if (length <= 1) return length * weights.oneMark;
  return length === 2 ? weights.twoMarks : weights.threeMarks + (length - 3) * weights.furtherMark;
}

function markWeight(mark: string): number {
  return /[\u3000-\u303F\uFF00-\uFFEF\u2014\u2018-\u201D\u2026]/.test(mark)
    ? weights.wideMark
    : weights.symbol;
}

function isAscii(mark: string): boolean {
  return mark.charCodeAt(0) < 128;
}

/** Short English words. Their share tells English prose from code, JSON and other languages. */
const ENGLISH: ReadonlySet<string> = new Set(
  'a an and are as at be by can for from have i if in is it not of on or that the this to was we will with you'.split(
    ' ',
  ),
);

/** In English prose a quarter of the words are of {@link ENGLISH}. */
const ENGLISH_SHARE = 0.25;

/** Words, weighed at the end: what a long one costs depends on the language, and that is known only then. */
class WordCount {
  #plain = 0;
  #words = 0;
  #english = 0;
  #medium = 0;
  #long = 0;
  #longer = 0;
  #extraLetters = 0;

  add(word: string): void {
    this.#plain += accentsOf(word) * weights.accentedLetter;
    if (word.length > 2 && word === word.toUpperCase()) {
      this.#plain += weights.capitalWord + word.length * weights.capitalLetter;
      return;
    }
    if (/[A-Z]{2}[a-z]/.test(word)) this.#plain += weights.mixedCase;
    this.#words += 1;
    if (ENGLISH.has(word.toLowerCase())) this.#english += 1;
    this.#addByLength(word.length);
  }

  #addByLength(length: number): void {
    if (length <= 4) this.#plain += weights.shortWord;
    else if (length <= 7) this.#medium += 1;
    else if (length <= 10) this.#long += 1;
    else this.#longer += 1;
    this.#extraLetters += Math.max(0, length - 12);
  }

  tokens(): number {
    const share = this.#words === 0 ? 0 : Math.min(1, this.#english / this.#words / ENGLISH_SHARE);
    return (
      this.#plain + share * this.#cost(weights.english) + (1 - share) * this.#cost(weights.foreign)
    );
  }

  #cost({ mediumWord, longWord, longerWord, extraLetter }: WordWeights): number {
    return (
      this.#medium * mediumWord +
      this.#long * longWord +
      this.#longer * longerWord +
      this.#extraLetters * extraLetter
    );
  }
}

type WordWeights = Readonly<
  Record<'mediumWord' | 'longWord' | 'longerWord' | 'extraLetter', number>
>;

function accentsOf(word: string): number {
  return word.replaceAll(/[A-Za-z]/g, '').length;
}
