import type { Failure } from '../failure/failure.ts';
import type { Answer } from './answer.ts';

const read = 4000;
const longestUnit = 200;
const leastRepeats = 8;
const leastCovered = 200;

/** Whether the end of the text is one piece repeated at least eight times over 200 characters or more. */
export function judgeRepetition(answer: Answer): Failure | undefined {
  const tail = answer.text.slice(-read).trimEnd();
  for (let unit = 1; unit <= longestUnit && unit * leastRepeats <= tail.length; unit++) {
    if (repeatedLength(tail, unit) >= Math.max(leastCovered, unit * leastRepeats)) {
      return { class: 'invalid-output', code: 'repetition', message: 'The answer repeats itself' };
    }
  }
  return undefined;
}

/** How many characters at the end have period `unit`. Text of one repeated blank or dash is layout, not a loop. */
function repeatedLength(text: string, unit: number): number {
  if (!/[\p{L}\p{N}]/u.test(text.slice(-unit))) return 0;
  let index = text.length - 1 - unit;
  while (index >= 0 && text[index] === text[index + unit]) index -= 1;
  return text.length - 1 - index;
}
