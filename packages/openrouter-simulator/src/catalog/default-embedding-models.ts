import type { Model } from './model.ts';
import { readCatalog } from './read-catalog.ts';

/** `GET /models` lists no embedding models, so these stand beside the bundled body. Prices: OpenAI's public list, 2026. */
const ROWS = [
  {
    id: 'openai/text-embedding-3-small',
    name: 'OpenAI: Text Embedding 3 Small',
    prompt: '0.00000002',
  },
  {
    id: 'openai/text-embedding-3-large',
    name: 'OpenAI: Text Embedding 3 Large',
    prompt: '0.00000013',
  },
];

/** Embedding models that every simulator with the bundled catalogue knows. */
export function defaultEmbeddingModels(): Model[] {
  return readCatalog(
    ROWS.map(({ id, name, prompt }) => ({
      id,
      name,
      // OpenAI announced both on 2024-01-25.
      created: 1_706_140_800,
      context_length: 8192,
      architecture: {
        modality: 'text->embeddings',
        input_modalities: ['text'],
        output_modalities: ['embeddings'],
      },
      pricing: { prompt, completion: '0' },
      top_provider: { context_length: 8192 },
    })),
  );
}
