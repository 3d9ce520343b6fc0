import type { LanguageCall } from '../language/language-call.ts';

/** Pins the call's session to whoever answered. The plan's own first candidate needs no pin: it is asked first anyway. */
export function rememberPin(call: LanguageCall, candidateId: string): void {
  const { candidates, params, stickiness } = call.input;
  const session = stickiness?.sessionOf?.(params);
  if (session === undefined || stickiness?.pins === undefined) return;
  if (candidates[0]?.id === candidateId) stickiness.pins.unpin(session);
  else if (call.plannedFirstId !== candidateId) stickiness.pins.pin(session, candidateId);
}
