import type { JSONObject, JSONValue, LanguageModelV4CallOptions } from '@ai-sdk/provider';

/** What the caller wrote as `providerOptions.openrouter.provider`; nothing when it is no object. */
export function givenRouting({ providerOptions }: LanguageModelV4CallOptions): JSONObject {
  const given = providerOptions?.['openrouter']?.['provider'];
  return isJsonObject(given) ? given : {};
}

function isJsonObject(value: JSONValue | undefined): value is JSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
