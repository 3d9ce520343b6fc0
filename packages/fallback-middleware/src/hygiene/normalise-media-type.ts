import type { LanguageModelV4FilePart } from '@ai-sdk/provider';

/** `image` becomes `image/*`: OpenRouter's provider sends a bare kind as a generic file (facts of 3.1.0). */
export function normaliseMediaType<T extends { readonly type: string }>(
  part: T | LanguageModelV4FilePart,
): T | LanguageModelV4FilePart {
  if (!isFile(part)) return part;
  return /^(?:image|audio|video)$/.test(part.mediaType)
    ? { ...part, mediaType: `${part.mediaType}/*` }
    : part;
}

function isFile(part: { readonly type: string }): part is LanguageModelV4FilePart {
  return part.type === 'file';
}
