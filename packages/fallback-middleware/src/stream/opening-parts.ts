import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';

/**
 * The held parts as they are shown: one `stream-start`, first, even where the model sent none, and a
 * `response-metadata` that names the candidate's model where the provider named none.
 */
export function openingParts(
  held: readonly LanguageModelV4StreamPart[],
  modelId: string,
): LanguageModelV4StreamPart[] {
  const start = held.find((part) => part.type === 'stream-start');
  const rest = held.filter((part) => part.type !== 'stream-start');
  const named = rest.some(
    (part) => part.type === 'response-metadata' && part.modelId !== undefined,
  );
  const opening: LanguageModelV4StreamPart[] = [start ?? { type: 'stream-start', warnings: [] }];
  if (!named) opening.push({ type: 'response-metadata', modelId });
  return [...opening, ...rest];
}
