import type { EmbeddingModelV4, ImageModelV4, LanguageModelV4, ProviderV4 } from '@ai-sdk/provider';

/** The shape of what `createOpenRouter()` of `@openrouter/ai-sdk-provider` 3.1 returns. */
export interface OpenRouterLike {
  languageModel(modelId: string): LanguageModelV4;
  textEmbeddingModel(modelId: string): EmbeddingModelV4;
  imageModel(modelId: string): ImageModelV4;
}

/**
 * Makes OpenRouter's provider a complete `ProviderV4`. Version 3.1.0 lacks `specificationVersion` and
 * `embeddingModel` at run time, so registries, `wrapProvider` and `customProvider` take it for V2 and corrupt
 * usage and finish reasons (OpenRouterTeam/ai-sdk-provider#541). Not needed for a single wrapped model.
 */
export function stampOpenRouter(openrouter: OpenRouterLike): ProviderV4 {
  return {
    specificationVersion: 'v4',
    languageModel: (modelId) => openrouter.languageModel(modelId),
    embeddingModel: (modelId) => openrouter.textEmbeddingModel(modelId),
    imageModel: (modelId) => openrouter.imageModel(modelId),
  };
}
