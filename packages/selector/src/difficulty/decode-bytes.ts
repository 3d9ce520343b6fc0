/** Signed bytes of a base64 text, as weights are carried in source files. */
export function decodeBytes(base64: string): Int8Array<ArrayBuffer> {
  return Int8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
