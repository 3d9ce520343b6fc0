import type { Catalog } from '@tierwise/catalog';
import type { AttemptReport } from '@tierwise/fallback-middleware';
import { type CallCost, costOf } from '@tierwise/pricing';

const UNKNOWN: CallCost = { source: 'unknown', usd: null, lines: [] };
const NOTHING: CallCost = { source: 'computed', usd: '0', lines: [] };

/**
 * What one attempt cost. Usage that came back is priced at the model that served, even if the answer was
 * rejected. Without usage an attempt is unknown, except where OpenRouter bills nothing: an attempt that was
 * never started, one refused with an HTTP error (the status tells the error only before the model starts),
 * and a failed one without any output (zero-completion insurance).
 */
export function costOfAttempt(attempt: AttemptReport, catalog: Catalog): CallCost {
  if (attempt.outcome === 'skipped') return NOTHING;
  if (attempt.usage?.raw !== undefined)
    return costOf({ usage: attempt.usage.raw, model: servedModel(attempt, catalog) });
  return isRefused(attempt) ? NOTHING : UNKNOWN;
}

function isRefused({ failure, ttftMs }: AttemptReport): boolean {
  return failure?.status !== undefined && failure.status >= 400 && ttftMs === undefined;
}

/** The model that the server names, when the catalogue knows it; a router or an alias is priced as what answered. */
function servedModel(
  { candidateId, responseModelId }: AttemptReport,
  catalog: Catalog,
): Parameters<typeof costOf>[0]['model'] {
  return (
    (responseModelId === undefined ? undefined : catalog.get(responseModelId)) ??
    catalog.get(candidateId) ?? {
      id: candidateId,
      prices: { rates: {}, overrides: [], dynamic: true },
    }
  );
}
