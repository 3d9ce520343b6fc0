import type { Catalog, Model } from '@tierwise/catalog';
import type { AttemptReport } from '@tierwise/fallback-middleware';
import { costOf, isUnbilledFailure } from '@tierwise/pricing';
import type { TierwiseCost } from './tierwise-metadata.ts';

const UNKNOWN: TierwiseCost = { usd: null, source: 'unknown' };
const NOTHING: TierwiseCost = { usd: '0', source: 'computed' };

/**
 * What one attempt cost. Usage that came back is priced at the model that served, even if the answer was rejected;
 * without usage the cost is unknown unless OpenRouter is known to bill nothing for such a failure.
 */
export function costOfAttempt(attempt: AttemptReport, catalog: Catalog): TierwiseCost {
  if (attempt.outcome === 'skipped') return NOTHING;
  const usage = attempt.usage?.raw;
  if (usage === undefined) return isUnbilled(attempt) ? NOTHING : UNKNOWN;
  const cost = costOf({
    usage,
    model: servedModel(attempt, catalog),
    at: new Date(attempt.startedAt),
  });
  return cost.usd === null
    ? { usd: null, source: 'unknown', atLeastUsd: cost.atLeastUsd }
    : { usd: cost.usd, source: cost.source };
}

function isUnbilled({ failure, ttftMs }: AttemptReport): boolean {
  return isUnbilledFailure({ status: failure?.status, sawContent: ttftMs !== undefined });
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
