/** Pieces of a text as byte-pair tokenizers cut it before they merge anything: each is at least one token. */
export type TextPiece =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'han' | 'kana' | 'hangul' | 'cyrillic' | 'letters'; readonly text: string }
  | { readonly kind: 'digits' | 'line-break' | 'indent' }
  | { readonly kind: 'marks'; readonly text: string }
  /** One mark in front of a word: `.map`, `(foo`. */
  | { readonly kind: 'leading-mark'; readonly text: string };

const SCRIPTS = ['han', 'kana', 'hangul', 'cyrillic', 'word', 'letters'] as const;

/** A run of one script. A Latin word ends where a lower-case letter is followed by a capital: `camel`, `Case`. */
const SCRIPT_RUNS: Readonly<Record<(typeof SCRIPTS)[number], string>> = {
  han: String.raw`\p{Script=Han}+`,
  kana: String.raw`[\p{Script=Hiragana}\p{Script=Katakana}ー]+`,
  hangul: String.raw`\p{Script=Hangul}+`,
  cyrillic: String.raw`[\p{Script=Cyrillic}\p{Script=Greek}]+`,
  word: String.raw`[A-Z\u00C0-\u00DE]*[a-z\u00DF-\u024F\u1E00-\u1EFF]+|[A-Z\u00C0-\u00DE]+`,
  letters: String.raw`(?:\p{L}|\p{M})+`,
};

const OTHER_RUNS = String.raw`(?<digits>\p{N}{1,3})|(?<marks> ?[^\s\p{L}\p{N}]+[\r\n/]*)|(?<line>\s*[\r\n]+)|(?<indent>\s+)`;

/** Linear: every alternative takes what it matches, and a run of white space is taken whole. */
const PIECE = new RegExp(
  String.raw`([^\r\n\p{L}\p{N}])?(?:${SCRIPTS.map((name) => `(?<${name}>${SCRIPT_RUNS[name]})`).join('|')})|${OTHER_RUNS}`,
  'gu',
);

/** Cuts a text into pieces. */
export function* textPieces(text: string): Generator<TextPiece, void, undefined> {
  for (const match of text.matchAll(PIECE)) {
    const groups = match.groups ?? {};
    const lead = match[1]?.trim() ?? '';
    if (lead !== '') yield { kind: 'leading-mark', text: lead };
    const script = SCRIPTS.find((name) => groups[name] !== undefined);
    if (script !== undefined) yield { kind: script, text: groups[script] ?? '' };
    else if (groups['digits'] !== undefined) yield { kind: 'digits' };
    else if (groups['marks'] !== undefined) yield { kind: 'marks', text: groups['marks'].trim() };
    else yield { kind: groups['line'] === undefined ? 'indent' : 'line-break' };
  }
}
