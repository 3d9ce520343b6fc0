/**
 * Characters per token by class. English prose has about 3.9 letters and Chinese about 1.4 characters a
 * token across today's tokenizers; digits and symbols of code and JSON split finer.
 */
export const CHARACTERS_PER_TOKEN = { han: 1.4, letter: 3.9, digit: 2.2, symbol: 1.6 } as const;

/** Characters per token in other alphabets, which tokenizers split finer than English. */
export const FOREIGN_PER_TOKEN = 2.2;

/** Counts of characters by class. */
export interface CharacterCounts {
  readonly letters: number;
  readonly digits: number;
  readonly symbols: number;
  readonly codeMarks: number;
  readonly formulaMarks: number;
  readonly han: number;
  /** Kana and Hangul. */
  readonly kana: number;
  /** Letters of all other scripts, kana and Hangul among them. */
  readonly foreign: number;
}

/** Estimates tokens from counts of characters, without a tokenizer. */
export function tokensOf(counts: CharacterCounts): number {
  return (
    counts.letters / CHARACTERS_PER_TOKEN.letter +
    counts.digits / CHARACTERS_PER_TOKEN.digit +
    (counts.symbols + counts.codeMarks + counts.formulaMarks) / CHARACTERS_PER_TOKEN.symbol +
    (counts.han + counts.kana) / CHARACTERS_PER_TOKEN.han +
    (counts.foreign - counts.kana) / FOREIGN_PER_TOKEN
  );
}
