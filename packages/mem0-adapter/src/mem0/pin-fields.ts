import { Mem0UnavailableError } from './mem0-unavailable-error.ts';

/**
 * Fixes private fields of a Mem0 instance, so that neither its later initialisation nor `reset()`
 * puts one of its own parts back.
 *
 * @throws Mem0UnavailableError where a field is not there: another version would call its own.
 */
export function pinFields(memory: object, fields: Readonly<Record<string, unknown>>): void {
  for (const [field, value] of Object.entries(fields)) {
    if (!(field in memory)) throw unknownInside(field);
    Object.defineProperty(memory, field, { get: () => value, set() {}, configurable: true });
  }
}

function unknownInside(field: string): Mem0UnavailableError {
  return new Mem0UnavailableError({
    message: `This version of mem0ai has no "${field}" inside, so it would use its own. Install mem0ai@^3.1.`,
  });
}
