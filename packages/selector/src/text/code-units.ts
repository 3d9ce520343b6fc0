const ENCODER = new TextEncoder();

/** Room for the code units of a text, in typed arrays: they are read several times faster than a string. */
export class CodeUnits {
  units: Uint16Array<ArrayBuffer> = new Uint16Array(4096);
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(4096);

  /** Copies a text in, with a 0 behind its end so that nobody has to ask where it ends. */
  load(text: string): void {
    if (text.length >= this.units.length) this.#grow(text.length);
    if (!looksAscii(text) || !this.#loadAscii(text)) loadAny(this.units, text);
    this.units[text.length] = 0;
  }

  /** The encoder copies ASCII at the speed of memory; of anything else it makes more bytes than there were characters. */
  #loadAscii(text: string): boolean {
    const { read, written } = ENCODER.encodeInto(text, this.#bytes);
    if (read !== text.length || written !== text.length) return false;
    this.units.set(this.#bytes.subarray(0, written));
    return true;
  }

  #grow(length: number): void {
    const size = 2 ** Math.ceil(Math.log2(length + 1));
    this.units = new Uint16Array(size);
    this.#bytes = new Uint8Array(size);
  }
}

function loadAny(units: Uint16Array, text: string): void {
  for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index);
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
