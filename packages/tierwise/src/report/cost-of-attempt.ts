import type { Catalog, Model } from '@tierwise/catalog';
import type { AttemptReport } from '@tierwise/fallback-middleware';
import { costOf } from '@tierwise/pricing';
import type { TierwiseCost } from './tierwise-metadata.ts';

const UNKNOWN: TierwiseCost = { usd: null, source: 'unknown' };
const NOTHING: TierwiseCost = { usd: '0', source: 'computed' };

/**
 * What one attempt cost. Usage that came back is priced at the model that served, even if the answer was
 * rejected. Without usage an attempt is unknown, except where OpenRouter bills nothing: an attempt that was
 * never started, and one refused with an HTTP error, which tells the error only before the model starts.
 */
export function costOfAttempt(attempt: AttemptReport, catalog: Catalog): TierwiseCost {
  if (attempt.outcome === 'skipped') return NOTHING;
  const usage = attempt.usage?.raw;
  if (usage === undefined) return isRefused(attempt) ? NOTHING : UNKNOWN;
  const cost = costOf({
    usage,
    model: servedModel(attempt, catalog),
    at: new Date(attempt.startedAt),
  });
  return cost.usd === null
    ? { usd: null, source: 'unknown', atLeastUsd: cost.atLeastUsd }
    : { usd: cost.usd, source: cost.source };
}

function isRefused({ failure, ttftMs }: AttemptReport): boolean {
  return failure?.status !== undefined && failure.status >= 400 && ttftMs === undefined;
}

/** The model that the server names, when the catalogue knows it; a router or an alias is priced as what answered. */
function servedModel(
  { candidateId, responseModelId }: AttemptReport,
  catalog: Catalog,
): Pick<Model, 'id' | 'prices'> {
  const served = responseModelId === undefined ? undefined : catalog.get(responseModelId);
  return (
    served ??
    catalog.get(candidateId) ?? {
      id: candidateId,
      prices: { rates: {}, overrides: [], dynamic: true },
    }
  );
}
