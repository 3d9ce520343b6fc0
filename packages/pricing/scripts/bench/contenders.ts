import { calcPrice } from '@pydantic/genai-prices';
import { estimateCost as tokenlensCost } from 'tokenlens';

/** The counters of one call. */
export interface Counters {
  readonly input: number;
  readonly output: number;
}

/** What a peer library says a call costs, in USD; `null` when it does not know the model. */
export type Contender = (modelId: string, counters: Counters) => number | null;

export function genaiPrices(modelId: string, { input, output }: Counters): number | null {
  const usage = { input_tokens: input, output_tokens: output };
  return calcPrice(usage, modelId, { providerId: 'openrouter' })?.total_price ?? null;
}

/** Its catalogue has OpenRouter's models under `openrouter:`. */
export function tokenlens(modelId: string, { input, output }: Counters): number | null {
  const usage = { input_tokens: input, output_tokens: output };
  return tokenlensCost({ modelId: `openrouter:${modelId}`, usage }).totalUSD ?? null;
}
