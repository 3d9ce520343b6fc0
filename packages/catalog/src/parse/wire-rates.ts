import type { RateName } from '../model.ts';

/** OpenRouter's price keys and our names for them. Two keys for one name: the first one listed wins. */
export const WIRE_RATES: readonly (readonly [wireName: string, name: RateName])[] = [
  ['prompt', 'input'],
  ['completion', 'output'],
  ['input_cache_read', 'cacheRead'],
  ['input_cache_write', 'cacheWrite'],
  ['input_cache_write_1h', 'cacheWrite1h'],
  ['internal_reasoning', 'reasoning'],
  ['image', 'image'],
  ['image_token', 'image'],
  ['image_output', 'imageOutput'],
  ['audio', 'audio'],
  ['audio_output', 'audioOutput'],
  ['input_audio_cache', 'audioCacheRead'],
  ['request', 'request'],
  ['web_search', 'webSearch'],
];
