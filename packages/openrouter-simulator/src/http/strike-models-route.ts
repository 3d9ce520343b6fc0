import { strikeFault } from '../chat/strike-fault.ts';
import { failureBeforeStart } from '../faults/failure-before-start.ts';
import type { Call } from './call.ts';

const CATALOGUE_PATHS = /^\/api\/v1\/(?:models?|providers|endpoints)\b/;

/** Lets a fault with `route: "models"` strike at any request for the catalogue. @throws the fault's failure. */
export function strikeModelsRoute(call: Call): void {
  if (!CATALOGUE_PATHS.test(call.url.pathname)) return;
  const fault = strikeFault(call, 'models', []);
  const failure = fault && failureBeforeStart(fault, '', undefined);
  if (failure !== undefined) throw failure;
}
