import type { LanguageModelV4 } from '@ai-sdk/provider';

type SupportedUrls = Record<string, RegExp[]>;

/**
 * The URLs that every model can read by itself: all others are downloaded by the AI SDK before the call, so that no
 * candidate is handed a URL it cannot read. Two models share a pattern when its text is the same.
 */
export async function intersectSupportedUrls(
  models: readonly LanguageModelV4[],
): Promise<SupportedUrls> {
  const [first = {}, ...others] = await Promise.all(models.map(urlsOf));
  const shared: SupportedUrls = {};
  for (const [mediaType, patterns] of Object.entries(first)) {
    const kept = patterns.filter((pattern) =>
      others.every((other) => other[mediaType]?.some((candidate) => isSame(candidate, pattern))),
    );
    if (kept.length > 0) shared[mediaType] = kept;
  }
  return shared;
}

async function urlsOf(model: LanguageModelV4): Promise<SupportedUrls> {
  try {
    return await model.supportedUrls;
  } catch {
    // A model that cannot tell is given no URL; whether it can answer, the call itself will tell.
    return {};
  }
}

function isSame(a: RegExp, b: RegExp): boolean {
  return a.source === b.source && a.flags === b.flags;
}
