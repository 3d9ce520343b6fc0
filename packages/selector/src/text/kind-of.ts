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

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => kindOfAscii(String.fromCharCode(code)));

function kindOfAscii(character: string): number {
  if (character === '\n') return KIND.newline;
  if (character <= ' ') return KIND.space;
  if (/[A-Za-z]/.test(character)) return KIND.letter;
  if (/\d/.test(character)) return KIND.digit;
  if ('{}[];_`<>|&'.includes(character)) return KIND.codeMark;
  return '=^\\+*'.includes(character) ? KIND.formulaMark : KIND.symbol;
}

/** The class of a code unit: a table for ASCII, a few ranges of Unicode blocks beyond it. */
export function kindOf(code: number): number {
  if (code < 128) return ASCII[code] ?? KIND.symbol;
  return code < 0x2000 ? kindOfAlphabet(code) : kindOfEast(code);
}

function kindOfAlphabet(code: number): number {
  if (code === 0xd7 || code === 0xf7) return KIND.formulaMark;
  if (code < 0xc0) return code === 0xa0 ? KIND.space : KIND.symbol;
  return code < 0x250 || (code >= 0x1e00 && code < 0x1f00) ? KIND.letter : KIND.foreign;
}

function kindOfEast(code: number): number {
  if (code >= 0x3400 && code < 0xa000) return KIND.han;
  if ((code >= 0x3040 && code < 0x3400) || (code >= 0xac00 && code < 0xd7b0)) return KIND.kana;
  if (code >= 0x2200 && code < 0x2300) return KIND.formulaMark;
  if (code >= 0x2070 && code < 0x20a0) return KIND.formulaMark;
  return code >= 0xf900 && code < 0xfb00 ? KIND.han : KIND.symbol;
}
