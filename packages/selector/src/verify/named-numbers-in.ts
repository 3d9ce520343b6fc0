const ENGLISH: Readonly<Record<string, readonly number[]>> = {
  zero: [0],
  one: [1],
  once: [1],
  single: [1],
  two: [2],
  twice: [2],
  double: [2],
  both: [2],
  pair: [2],
  half: [2, 0.5],
  three: [3],
  triple: [3],
  third: [3],
  thirds: [3],
  four: [4],
  quarter: [4, 25],
  fourth: [4],
  five: [5],
  fifth: [5],
  six: [6],
  seven: [7],
  eight: [8],
  nine: [9],
  ten: [10],
  eleven: [11],
  twelve: [12],
  dozen: [12],
  fifteen: [15],
  twenty: [20],
  thirty: [30],
  forty: [40],
  fifty: [50],
  sixty: [60],
  hundred: [100],
  thousand: [1_000],
};

/** Numbers written as words, English or Chinese: an answer may use what the question gave in digits this way. */
export function namedNumbersIn(text: string): number[] {
  const english = Array.from(text.matchAll(/[A-Za-z]+/g), ([word]) => englishOf(word));
  const chinese = Array.from(
    text.matchAll(/[零〇一二三四五六七八九十百千万萬亿億两兩半]+/g),
    ([word]) => chineseOf(word),
  );
  return [...english.flat(), ...chinese];
}

function englishOf(word: string): readonly number[] {
  const lower = word.toLowerCase();
  return Object.hasOwn(ENGLISH, lower) ? (ENGLISH[lower] ?? []) : [];
}

const DIGITS = '零一二三四五六七八九';
const TWO = '两兩';
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const GROUPS: Readonly<Record<string, number>> = {
  万: 10_000,
  萬: 10_000,
  亿: 100_000_000,
  億: 100_000_000,
};

/** 三百二十 is 320, 两万 is 20,000, 十二 is 12; 半 is one half. */
function chineseOf(word: string): number {
  if (word === '半') return 0.5;
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const character of word) {
    const step = STEPS[character];
    const scale = GROUPS[character];
    if (step !== undefined) {
      // A leading 十 stands for 一十.
      group += (digit === 0 ? 1 : digit) * step;
      digit = 0;
    } else if (scale !== undefined) {
      total = (total + group + digit) * scale;
      group = 0;
      digit = 0;
    } else digit = TWO.includes(character) ? 2 : Math.max(0, DIGITS.indexOf(character));
  }
  return total + group + digit;
}
