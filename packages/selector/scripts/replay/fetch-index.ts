import { parseModels } from '@tierwise/catalog';
import { indexModels, type ModelIndex } from '../../src/index.ts';

/** Fetches the catalogue in the morning, as a live one does, and prepares it for choosing. */
export async function fetchIndex(
  fetch: typeof globalThis.fetch,
  asOfMs: number,
): Promise<ModelIndex> {
  const response = await fetch('https://openrouter.ai/api/v1/models', {
    headers: { authorization: 'Bearer sk-simulated' },
  });
  const asOf = new Date(asOfMs).toISOString().slice(0, 10);
  const { models } = parseModels(await response.json(), { asOf });
  return indexModels(models);
}
