import type { Memory } from '../backend/memory.ts';
import { isRecord } from '../call/is-record.ts';

/**
 * What a backend found, if it is that: a backend of somebody else may give anything.
 *
 * @throws TypeError where it is no list of memories with texts.
 */
export function readMemories(found: unknown): readonly Memory[] {
  if (!Array.isArray(found)) {
    throw new TypeError(`The memory's search gave ${typeof found} and not a list of memories.`);
  }
  if (!found.every(isMemory)) {
    throw new TypeError("The memory's search gave an entry that has no text.");
  }
  return found;
}

/** As far as a block needs it. */
function isMemory(value: unknown): value is Memory {
  return isRecord(value) && typeof value['text'] === 'string';
}
