import type { Finding, ReadAnswer } from './finding.ts';

/** Only the beginning of an answer refuses; deeper in it the same words are content. */
const BEGINNING = 240;

const REFUSALS = [
  'i cannot help',
  "i can't help",
  'i cannot assist',
  "i can't assist",
  'i am unable to',
  "i'm unable to",
  "i'm sorry, but",
  'i am sorry, but',
  'as an ai',
  '我无法',
  '我無法',
  '很抱歉，我',
  '抱歉，我不能',
  '对不起，我不能',
  '對不起，我不能',
];

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

/** An answer that refuses what was asked. */
export function checkRefusal({ text }: ReadAnswer): Finding | undefined {
  const beginning = text.slice(0, BEGINNING).toLowerCase();
  const refuses = REFUSALS.some((phrase) => beginning.includes(phrase));
  return refuses ? { check: 'refusal', amount: 4, detail: 'it refuses' } : undefined;
}

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
