import type { LanguageModelV4Prompt, SharedV4ProviderOptions } from '@ai-sdk/provider';

const markers: ReadonlySet<string> = new Set(['cacheControl', 'cache_control', 'cachePoint']);

/** The prompt without the caller's cache markers, for candidates that do not know them (`facts.cacheMarkers: false`). */
export function withoutCacheMarkers(prompt: LanguageModelV4Prompt): LanguageModelV4Prompt {
  return prompt.map((message) => {
    const bare = strip(message);
    switch (bare.role) {
      case 'user':
        return { ...bare, content: bare.content.map(strip) };
      case 'assistant':
        return { ...bare, content: bare.content.map(strip) };
      case 'tool':
        return { ...bare, content: bare.content.map(strip) };
      default:
        return bare;
    }
  });
}

function strip<T extends { readonly providerOptions?: SharedV4ProviderOptions }>(item: T): T {
  if (item.providerOptions === undefined) return item;
  const providerOptions: SharedV4ProviderOptions = {};
  for (const [provider, options] of Object.entries(item.providerOptions)) {
    providerOptions[provider] = Object.fromEntries(
      Object.entries(options).filter(([key]) => !markers.has(key)),
    );
  }
  return { ...item, providerOptions };
}
