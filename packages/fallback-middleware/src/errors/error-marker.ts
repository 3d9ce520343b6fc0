import { readProperty } from '../failure/safe-read.ts';

/** Stamps an error so that {@link isMarked} knows it across duplicate installations of this package. */
export function mark(error: Error, name: string): void {
  Object.defineProperty(error, markerOf(name), { value: true });
}

/** Whether some copy of this package stamped the error with this name. */
export function isMarked(error: unknown, name: string): boolean {
  return readProperty(error, markerOf(name)) === true;
}

function markerOf(name: string): symbol {
  return Symbol.for(`tierwise.error.${name}`);
}
