import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';

/** A short name for what a call asks: equal prompts have equal names. Holds nothing of the prompt itself. */
export function promptKey(params: LanguageModelV4CallOptions): string {
  return hash(JSON.stringify(params.prompt, abbreviate));
}

// Bytes would be written out number by number; their length tells prompts apart well enough.
function abbreviate(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? `bytes:${value.length}:${value[0]}:${value.at(-1)}` : value;
}

/** FNV-1a over UTF-16 code units, 53 bits of two lanes. */
function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x1000193;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return `${(low >>> 0).toString(36)}-${(high >>> 0).toString(36)}-${text.length}`;
}
