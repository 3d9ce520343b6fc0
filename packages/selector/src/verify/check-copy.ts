import type { Finding, ReadAnswer } from './finding.ts';
import { namedNumbersIn } from './named-numbers-in.ts';
import { numbersIn } from './numbers-in.ts';

/** How models announce a result: `#### 12`, `The answer is 12`, `\boxed{12}`, 答案是 12. */
const ANNOUNCED =
  /(?:####|answer(?: is|:)|\\boxed\{|答案[是为為:：])[\s*$€£¥]{0,8}(\d[\d,]*(?:\.\d+)?)/gi;

/** A result that was announced and stands nowhere in the working before it: it was copied wrongly, or came from nowhere. */
export function checkCopy({ text }: ReadAnswer): Finding | undefined {
  const announced = Array.from(text.matchAll(ANNOUNCED)).at(-1);
  if (announced?.[1] === undefined) return undefined;
  const [result] = numbersIn(announced[1]);
  const working = text.slice(0, announced.index);
  if (result === undefined || !working.includes('=')) return undefined;
  const seen = [...numbersIn(working), ...namedNumbersIn(working)];
  return seen.some((number) => isSame(number, result))
    ? undefined
    : { check: 'copy', amount: 3.5, detail: 'its result is not in its working' };
}

/** Dollars may be announced as cents, and shares as percent; a result may be rounded. */
function isSame(number: number, result: number): boolean {
  return [number, number * 100, number / 100].some((value) => Math.abs(value - result) < 0.51);
}
