/*
 * Every pattern here is linear: no repetition stands inside another, and what may repeat without end cannot fail behind its end.
 */
const REWRITINGS: readonly (readonly [RegExp, string])[] = [
  // LaTeX, as models write it inside and outside of dollar signs.
  [/\\[dt]?frac\{([^{}]{1,80})\}\{([^{}]{1,80})\}/g, '($1)/($2)'],
  [/\\[dt]?binom\{[^{}]{1,20}\}\{[^{}]{1,20}\}/g, ' ^ '],
  [/\\(?:times|cdot)\b/g, ' * '],
  [/\\div\b/g, ' / '],
  [/\\(?:text|mathrm|mathbf|boxed|left|right)\b/g, ' '],
  [/\\([%$])/g, '$1'],
  [/\\[,;! ]/g, ' '],
  // Where a formula begins and ends, so that prose between two of them joins nothing.
  [/\\[()[\]]/g, '; '],
  [/\{,\}/g, ','],
  [/[{}]/g, ' '],
  // Chinese, as far as it stands between numbers.
  [/([\d)%])\s?乘以?(?=\s?[\d(])/g, '$1 * '],
  [/([\d)%])\s?除以(?=\s?[\d(])/g, '$1 / '],
  [/([\d)%])\s?加上?(?=\s?[\d(])/g, '$1 + '],
  [/([\d)%])\s?[减減]去?(?=\s?[\d(])/g, '$1 - '],
  [/等于|等於/g, '='],
];

const FRACTIONS: Readonly<Record<string, string>> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅛': '1/8',
};

/** Marks of full width that read otherwise than their plain twin. */
const MARKS: Readonly<Record<string, string>> = { '。': '. ', '，': ', ', '、': ', ', '　': ' ' };

const FULL_WIDTH_DISTANCE = 0xfee0;

/** Writes calculations the plain way: LaTeX, full-width signs, fraction signs and Chinese words of calculating become `1/2 * 3 =`. */
export function plainMaths(text: string): string {
  const narrow = text
    .replaceAll(/[。，、　]/g, (mark) => MARKS[mark] ?? mark)
    .replaceAll(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - FULL_WIDTH_DISTANCE))
    .replaceAll(/[½⅓⅔¼¾⅕⅛]/g, (mark) => ` ${FRACTIONS[mark] ?? mark}`);
  return REWRITINGS.reduce(
    (plain, [pattern, replacement]) => plain.replaceAll(pattern, replacement),
    narrow,
  );
}
