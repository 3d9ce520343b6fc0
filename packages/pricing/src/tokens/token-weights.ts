/**
 * Tokens for each kind of piece, fitted to o200k (the tokenizer of the GPT-4o and GPT-5 families).
 *
 * Data card: 1,480 chunks of 2,500 characters (READMEs, TypeScript, JavaScript, Python, package and model JSON, dialogues, school
 * maths, Chinese reports, 14 further languages), least squares on the relative error with every weight held near what a piece can
 * cost at all, 2026-11. Mean absolute error by kind: English 3.7 %, code 4.9 %, JSON 4.1 %, Chinese 4.1 %, other languages 2–9 %.
 */
export const TOKEN_WEIGHTS = {
  /** Latin words by letters: up to 4, 7, 10, and more. English keeps long words whole, other languages and code do not. */
  shortWord: 1,
  english: { mediumWord: 1, longWord: 1.02, longerWord: 1.37, extraLetter: 0 },
  foreign: { mediumWord: 1.07, longWord: 1.36, longerWord: 2.91, extraLetter: 0.4 },
  /** A punctuation mark in front of a word, `.map` or `(foo`, that did not melt into it. */
  leadingMark: 0.42,
  capitalWord: 1,
  capitalLetter: 0.13,
  /** `HTMLElement` */
  mixedCase: 0.66,
  accentedLetter: 0.49,
  /** Up to three digits. */
  digits: 1.05,
  /** A run of ASCII marks: one, two, three, and each further one. */
  oneMark: 1.05,
  twoMarks: 1.15,
  threeMarks: 1.13,
  furtherMark: 0.12,
  lineBreak: 1,
  indent: 1,
  hanCharacter: 0.83,
  kana: 0.6,
  hangul: 0.65,
  cyrillicLetter: 0.29,
  otherLetter: 0.37,
  /** Emoji, box drawing, arrows. */
  symbol: 1.1,
  /** Full-width and typographic marks. */
  wideMark: 0.5,
} as const;
