import type { LanguageModelV4Usage } from '@ai-sdk/provider';

/** Usage nobody reported: unknown, which is not zero. */
export const unknownUsage: LanguageModelV4Usage = {
  inputTokens: {
    total: undefined,
    noCache: undefined,
    cacheRead: undefined,
    cacheWrite: undefined,
  },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
};
