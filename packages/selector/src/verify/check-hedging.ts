import type { Finding, ReadAnswer } from './finding.ts';

const HEDGES = [
  "i'm not sure",
  'i am not sure',
  'not certain',
  'i think',
  'i guess',
  'it is difficult to determine',
  'cannot be determined',
  'not enough information',
  'there seems to be',
  'there might be a mistake',
  'let me re',
  "let's re-",
  'upon re-',
  'wait,',
  'assuming that',
  'however, this',
  'does not make sense',
  "doesn't make sense",
  '不确定',
  '不確定',
  '无法确定',
  '無法確定',
  '也许',
  '也許',
  '重新检查',
  '重新檢查',
];

/** An answer that doubts itself, starts over or assumes what was not said. */
export function checkHedging({ text }: ReadAnswer): Finding | undefined {
  const lower = text.toLowerCase();
  const count = HEDGES.filter((phrase) => lower.includes(phrase)).length;
  return count === 0
    ? undefined
    : {
        check: 'hedging',
        amount: 0.7 * Math.min(3, count),
        detail: `it doubts itself in ${count} ways`,
      };
}
