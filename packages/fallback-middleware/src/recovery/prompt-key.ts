import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';

// Of longer texts and of bytes, length, beginning and end tell prompts apart well enough.
const longestWholeText = 16_384;
const endOfText = 4_096;
const endOfBytes = 64;

/**
 * A short name for what a call asks: equal prompts have equal names. Holds nothing of the prompt itself. Never throws:
 * what cannot be read is left out of the name.
 */
export function promptKey({ prompt }: LanguageModelV4CallOptions): string {
  const fingerprint = new Fingerprint();
  try {
    addValue(fingerprint, prompt, new Set());
  } catch {
    // A getter that throws, or a prompt nested beyond the stack: what was read so far names it.
  }
  return fingerprint.toString();
}

/** Reads a value as JSON would, but bytes are not written out number by number. `within` finds circles. */
function addValue(fingerprint: Fingerprint, value: unknown, within: Set<object>): void {
  if (typeof value === 'string') return fingerprint.addText(value);
  if (typeof value !== 'object' || value === null) return fingerprint.addText(String(value));
  if (value instanceof ArrayBuffer) return fingerprint.addBytes(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) return fingerprint.addBytes(bytesOf(value));
  if (value instanceof URL || value instanceof Date) return fingerprint.addText(String(value));
  if (within.has(value)) return fingerprint.addText('circle');
  within.add(value);
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    fingerprint.addText(key);
    addValue(fingerprint, item, within);
  }
  fingerprint.addText('end');
  within.delete(value);
}

function bytesOf({ buffer, byteLength, byteOffset }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** FNV-1a over UTF-16 code units in two lanes of 32 bits. */
class Fingerprint {
  #low = 0x811c9dc5;
  #high = 0x1000193;
  #length = 0;

  addText(text: string): void {
    if (text.length <= longestWholeText) this.#addUnits(text);
    else this.#addUnits(text.slice(0, endOfText) + text.slice(-endOfText));
    // Also where one text ends and the next begins.
    this.#mix(text.length);
    this.#length += text.length;
  }

  addBytes(bytes: Uint8Array): void {
    for (const byte of bytes.subarray(0, endOfBytes)) this.#mix(byte);
    for (const byte of bytes.subarray(-endOfBytes)) this.#mix(byte);
    this.#mix(bytes.length);
    this.#length += bytes.length;
  }

  toString(): string {
    const lanes = [this.#low >>> 0, this.#high >>> 0, this.#length];
    return lanes.map((lane) => lane.toString(36)).join('-');
  }

  #addUnits(text: string): void {
    for (let index = 0; index < text.length; index++) this.#mix(text.charCodeAt(index));
  }

  #mix(unit: number): void {
    this.#low = Math.imul(this.#low ^ unit, 0x01000193);
    this.#high = Math.imul(this.#high ^ unit, 0x85ebca6b);
  }
}
