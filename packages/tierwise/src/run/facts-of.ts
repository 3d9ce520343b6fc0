import { isFree, type Model } from '@tierwise/catalog';
import type { CandidateFacts, InputModality } from '@tierwise/fallback-middleware';

const INPUT_MODALITIES: readonly InputModality[] = ['text', 'image', 'file', 'audio', 'video'];

/** What the fallback engine may know of a model; an unknown fact is left out, which excludes nothing. */
export function factsOf(model: Model): CandidateFacts {
  return {
    ...(model.contextTokens === null ? {} : { contextTokens: model.contextTokens }),
    ...(model.maxOutputTokens === null ? {} : { maxOutputTokens: model.maxOutputTokens }),
    inputModalities: INPUT_MODALITIES.filter((modality) =>
      model.inputModalities.includes(modality),
    ),
    tools: model.capabilities.includes('tools'),
    structuredOutput: model.capabilities.includes('structured-output'),
    free: isFree(model),
  };
}
