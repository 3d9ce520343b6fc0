import type {
  EmbeddingModelV3,
  EmbeddingModelV4,
  SharedV4ProviderMetadata,
  SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import { embedMany } from 'ai';
import type { Mem0Embedder } from '../backend/mem0-embedder.ts';
import { assertDurations } from '../call/assert-numbers.ts';
import { assertOptions } from '../call/assert-options.ts';
import { notify } from '../call/notify.ts';
import { withDeadline } from '../call/with-deadline.ts';

/** What one request by Mem0 for vectors used. */
export interface Mem0EmbedderUsage {
  readonly modelId: string;
  readonly provider: string;
  /** Input tokens; absent where the model does not say, which is unknown and not zero. */
  readonly tokens?: number;
  /**
   * What the provider reported beside that, such as OpenRouter's cost. Absent where a batch took several calls:
   * nobody reports the sum of those.
   */
  readonly providerMetadata?: SharedV4ProviderMetadata;
}

/** The embedding model and its limits. */
export interface Mem0EmbedderOptions {
  /** Any AI SDK embedding model. */
  readonly model: EmbeddingModelV4 | EmbeddingModelV3;
  /** Further tries of a call whose failure may pass, with the AI SDK's own waits. Default: 2. */
  readonly maxRetries?: number;
  /** Deadline of one request by Mem0, with all its calls and tries. Default: 30_000 ms. */
  readonly timeoutMs?: number;
  /** Handed to the model as it is. */
  readonly providerOptions?: SharedV4ProviderOptions;
  /** Called after each request that succeeded. */
  readonly onUsage?: (usage: Mem0EmbedderUsage) => void;
}

/**
 * Serves Mem0's embedder port with an AI SDK embedding model. A batch is split into calls of at
 * most the model's `maxEmbeddingsPerCall` texts. Rejects with the model's own error.
 *
 * @throws InvalidArgumentError where an option is unknown or missing, or the deadline cannot be kept to.
 */
export function createMem0Embedder(options: Mem0EmbedderOptions): Mem0Embedder {
  assertOptions<Mem0EmbedderOptions>({
    of: 'createMem0Embedder',
    options,
    known: {
      model: 'object',
      maxRetries: 'optional',
      timeoutMs: 'optional',
      providerOptions: 'optional',
      onUsage: 'optional',
    },
  });
  assertDurations({ timeoutMs: options.timeoutMs });
  return {
    embedBatch: async (texts) => embedTexts(texts, options),
    embed: async (text) => (await embedTexts([text], options)).flat(),
  };
}

async function embedTexts(
  texts: readonly string[],
  { model, maxRetries = 2, timeoutMs = 30_000, providerOptions, onUsage }: Mem0EmbedderOptions,
): Promise<number[][]> {
  const values = [...texts];
  const { embeddings, usage, providerMetadata, responses } = await withDeadline({
    timeoutMs,
    run: async (abortSignal) =>
      embedMany({
        model,
        values,
        maxRetries,
        abortSignal,
        ...(providerOptions && { providerOptions }),
      }),
  });
  const tokens = Number.isNaN(usage.tokens) ? {} : { tokens: usage.tokens };
  notify(onUsage, {
    modelId: model.modelId,
    provider: model.provider,
    ...tokens,
    ...(providerMetadata && responses?.length === 1 && { providerMetadata }),
  });
  return embeddings;
}
