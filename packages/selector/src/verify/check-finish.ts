import type { Finding, ReadAnswer } from './finding.ts';

/** An answer that was cut, filtered, or is not there. */
export function checkFinish({ finishReason, text, toolCalls }: ReadAnswer): Finding | undefined {
  if (text.trim() === '' && toolCalls.length === 0)
    return { check: 'empty', amount: 6, detail: 'there is no answer' };
  if (finishReason === 'length') return { check: 'finish', amount: 4, detail: 'it was cut short' };
  if (finishReason === 'content-filter' || finishReason === 'error')
    return { check: 'finish', amount: 5, detail: `it finished with ${finishReason}` };
  return endsOpen(text)
    ? { check: 'finish', amount: 2, detail: 'it ends in the middle' }
    : undefined;
}

/** Some providers report `stop` for an answer that was cut: it ends on a sign that wants more, inside a block of code or of JSON. */
function endsOpen(text: string): boolean {
  const end = text.slice(-80).trimEnd();
  if (/[=+*/×÷(,]$/.test(end) || text.split('```').length % 2 === 0) return true;
  const start = text.slice(0, 80).replace(/^\s*(?:```[a-z]*)?\s*/, '');
  return start.startsWith('{') && !/\}\s?(?:```)?$/.test(end);
}
