import type { Finding, ReadAnswer } from './finding.ts';

/** An answer that was cut, filtered, or is not there. */
export function checkFinish({ finishReason, text, toolCalls }: ReadAnswer): Finding | undefined {
  if (text.trim() === '' && toolCalls.length === 0)
    return { check: 'empty', amount: 6, detail: 'there is no answer' };
  if (finishReason === 'length') return { check: 'finish', amount: 4, detail: 'it was cut short' };
  if (finishReason === 'content-filter' || finishReason === 'error')
    return { check: 'finish', amount: 5, detail: `it finished with ${finishReason}` };
  return undefined;
}
