import { MOST_UNITS, UNITS } from './reading-memory.ts';

const ENCODER = new TextEncoder();
const bytes = new Uint8Array(MOST_UNITS + 1);

/**
 * Copies a text into {@link UNITS}, because typed arrays are read several times faster than strings, and returns its length. A 0
 * follows, so that nobody has to ask where the text ends.
 */
export function loadUnits(text: string): number {
  const length = Math.min(text.length, MOST_UNITS);
  const read = length < text.length ? text.slice(0, length) : text;
  if (!looksAscii(read) || !loadAscii(read)) loadAny(read);
  UNITS[length] = 0;
  return length;
}

/** The encoder copies ASCII at the speed of memory; of anything else it makes more bytes than there were characters. */
function loadAscii(text: string): boolean {
  const { read, written } = ENCODER.encodeInto(text, bytes);
  if (read !== text.length || written !== text.length) return false;
  UNITS.set(bytes.subarray(0, written));
  return true;
}

function loadAny(text: string): void {
  for (let index = 0; index < text.length; index += 1) UNITS[index] = text.charCodeAt(index);
}

/** A guess from three characters; a wrong one costs time only. */
function looksAscii(text: string): boolean {
  const { length } = text;
  return (
    length > 0 &&
    text.charCodeAt(0) < 128 &&
    text.charCodeAt(length >> 1) < 128 &&
    text.charCodeAt(length - 1) < 128
  );
}
