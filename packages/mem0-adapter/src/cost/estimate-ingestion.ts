import { countIngestion } from './count-ingestion.ts';
import type {
  EstimateIngestionOptions,
  IngestionCost,
  IngestionEstimate,
  IngestionModel,
  IngestionTokens,
} from './ingestion-options.ts';
import { formatUsd, parseUsd } from './usd.ts';

/**
 * What remembering conversations with Mem0 costs, for each model, before a token is spent. Mem0 sends
 * its fixed prompt with every add, so nearly all of it is input, and grouping decides more than the
 * choice of the model.
 *
 * @throws RangeError where a price is no plain decimal, or a group has no size.
 */
export function estimateIngestion(options: EstimateIngestionOptions): IngestionEstimate {
  const tokens = countIngestion(options);
  const models = options.models.map((model) => costOf(model, tokens));
  return { tokens, models: models.toSorted(cheapestFirst) };
}

function costOf(model: IngestionModel, tokens: IngestionTokens): IngestionCost {
  const { modelId, inputUsdPerToken, outputUsdPerToken, cacheReadUsdPerToken } = model;
  if (inputUsdPerToken === undefined || outputUsdPerToken === undefined) {
    return { modelId };
  }
  const input = parseUsd(inputUsdPerToken);
  const output = parseUsd(outputUsdPerToken) * BigInt(tokens.output);
  const repeated = BigInt(tokens.repeated);
  const fresh = BigInt(tokens.input) - repeated;
  return {
    modelId,
    costUsd: formatUsd(input * BigInt(tokens.input) + output),
    ...(cacheReadUsdPerToken !== undefined && {
      cachedCostUsd: formatUsd(input * fresh + parseUsd(cacheReadUsdPerToken) * repeated + output),
    }),
  };
}

function cheapestFirst(one: IngestionCost, other: IngestionCost): number {
  if (one.costUsd === other.costUsd) return 0;
  if (one.costUsd === undefined) return 1;
  if (other.costUsd === undefined) return -1;
  return parseUsd(one.costUsd) < parseUsd(other.costUsd) ? -1 : 1;
}
