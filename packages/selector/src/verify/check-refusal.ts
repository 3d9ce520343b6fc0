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

/** An answer that refuses what was asked. */
export function checkRefusal({ text }: ReadAnswer): Finding | undefined {
  const beginning = text.slice(0, BEGINNING).toLowerCase();
  const refuses = REFUSALS.some((phrase) => beginning.includes(phrase));
  return refuses ? { check: 'refusal', amount: 4, detail: 'it refuses' } : undefined;
}
