import type { LanguageCall } from '../language/language-call.ts';
import { reportHookError } from '../report/emit.ts';

/**
 * Pins the call's session to whoever answered. The plan's own first candidate needs no pin: it is asked first anyway.
 * A store that throws is reported: the answer is paid for.
 */
export function rememberPin(call: LanguageCall, candidateId: string): void {
  const { candidates, params, stickiness } = call.input;
  if (stickiness?.pins === undefined) return;
  try {
    const session = stickiness.sessionOf?.(params);
    if (session === undefined) return;
    if (candidates[0]?.id === candidateId) stickiness.pins.unpin(session);
    else if (call.plannedFirstId !== candidateId) stickiness.pins.pin(session, candidateId);
  } catch (error) {
    reportHookError(call.chain.options.events, error, 'stickiness');
  }
}
