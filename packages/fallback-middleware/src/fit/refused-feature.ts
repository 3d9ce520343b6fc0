import type { CallFeature } from './call-features.ts';

// The words in which OpenRouter and its upstreams name what they refuse (faults: H11). Linear.
const namedBy: Readonly<Record<CallFeature, RegExp>> = {
  tools: /\b(?:tools?|tool[ _]choice|function[ _]call(?:ing|s)?)\b/i,
  'structured output':
    /\b(?:response_format|json[ _](?:schema|mode|object)|structured[ _]outputs?)\b/i,
  image: /\b(?:images?|vision|image_url)\b/i,
  audio: /\b(?:audio|input_audio)\b/i,
  video: /\bvideos?\b/i,
  file: /\b(?:files?|pdfs?|documents?)\b/i,
};

/**
 * Which of a call's features an `unsupported` failure refuses: the one its message names, else the only one there is.
 * Undefined when that is not clear: a wrong guess would keep a good candidate from later calls.
 */
export function refusedFeature(
  message: string,
  features: readonly CallFeature[],
): CallFeature | undefined {
  const named = features.filter((feature) => namedBy[feature].test(message));
  const suspects = named.length > 0 ? named : features;
  return suspects.length === 1 ? suspects[0] : undefined;
}
