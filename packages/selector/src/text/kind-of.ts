/** Classes of UTF-16 code units, as far as reading a question needs them. */
export const KIND = {
  space: 0,
  newline: 1,
  letter: 2,
  digit: 3,
  symbol: 4,
  codeMark: 5,
  formulaMark: 6,
  han: 7,
  kana: 8,
  foreign: 9,
} as const;

type Kind = (typeof KIND)[keyof typeof KIND];

/** Unicode blocks, from their first code unit to the one behind their last; a later line wins. */
const RANGES: readonly (readonly [from: number, to: number, kind: Kind])[] = [
  [0x00, 0x21, KIND.space],
  [0x0a, 0x0b, KIND.newline],
  [0x30, 0x3a, KIND.digit],
  [0x41, 0x5b, KIND.letter],
  [0x61, 0x7b, KIND.letter],
  [0xa0, 0xa1, KIND.space],
  [0xc0, 0x250, KIND.letter],
  [0xd7, 0xd8, KIND.formulaMark],
  [0xf7, 0xf8, KIND.formulaMark],
  [0x250, 0x1e00, KIND.foreign],
  [0x1e00, 0x1f00, KIND.letter],
  [0x1f00, 0x2000, KIND.foreign],
  [0x2070, 0x20a0, KIND.formulaMark],
  [0x2200, 0x2300, KIND.formulaMark],
  [0x3040, 0x3400, KIND.kana],
  [0x3400, 0xa000, KIND.han],
  [0xac00, 0xd7b0, KIND.kana],
  [0xf900, 0xfb00, KIND.han],
];

const MARKS: readonly (readonly [marks: string, kind: Kind])[] = [
  ['{}[];_`<>|&', KIND.codeMark],
  ['=^\\+*', KIND.formulaMark],
];

/** The class of every code unit. One load for each character beats any branch; never ask it with NaN. */
export const KINDS: Readonly<Uint8Array> = makeKinds();

function makeKinds(): Uint8Array {
  const kinds = new Uint8Array(65_536).fill(KIND.symbol);
  for (const [from, to, kind] of RANGES) kinds.fill(kind, from, to);
  for (const [marks, kind] of MARKS) {
    for (const mark of marks) kinds[mark.charCodeAt(0)] = kind;
  }
  return kinds;
}
