import type { LanguageModelV4Usage, SharedV4ProviderMetadata } from '@ai-sdk/provider';

/** What one attempt used, also when its answer was thrown away. */
export interface Mem0LlmUsage {
  /** The model that answered, else the one that was asked. */
  readonly modelId: string;
  readonly provider: string;
  /** A failed one was billed as well. */
  readonly outcome: 'served' | 'failed';
  /** `raw` holds the provider's own figures: price from those. */
  readonly usage: LanguageModelV4Usage;
  /** The server's id of the answer, where it gave one. */
  readonly generationId?: string;
  readonly providerMetadata?: SharedV4ProviderMetadata;
}
