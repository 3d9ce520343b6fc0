import type { Catalog, Model } from '@tierwise/catalog';
import type { AttemptReport, CallReport } from '@tierwise/fallback-middleware';
import { type CallCost, costOf, totalCost } from '@tierwise/pricing';
import type { Plan } from '../plan/plan.ts';
import { costOfAttempt } from './cost-of-attempt.ts';
import { describeDecision } from './describe-decision.ts';
import type { TierwiseAttempt, TierwiseCost, TierwiseMetadata } from './tierwise-metadata.ts';

/** Generation ids of the simulator start like this, so that a simulated answer can never pass for a real one. */
const SIMULATED_GENERATION = 'gen-sim-';

export interface DescribeOutcomeOptions {
  readonly plan: Plan;
  readonly report: CallReport;
  readonly catalog: Catalog;
}

/** Joins what was decided with what happened and what it cost. */
export function describeOutcome({
  plan,
  report,
  catalog,
}: DescribeOutcomeOptions): TierwiseMetadata {
  const costs = report.attempts.map((attempt) => costOfAttempt(attempt, catalog));
  const simulated = report.attempts.some(({ generationId }) =>
    generationId?.startsWith(SIMULATED_GENERATION),
  );
  return {
    callId: plan.callId,
    decision: describeDecision(plan),
    attempts: report.attempts.map((attempt, index) => describeAttempt(attempt, costs[index])),
    served: report.served === null ? null : describeServed(report.served),
    cost: { ...describeCost(totalCost(costs)), ...baselineCost(plan.baseline, report.served) },
    ...(simulated ? { simulated } : {}),
  };
}

function describeAttempt(attempt: AttemptReport, cost: CallCost | undefined): TierwiseAttempt {
  const { candidateId, outcome, failure, startedAt, ttftMs, durationMs } = attempt;
  return {
    modelId: candidateId,
    outcome,
    ...(failure === undefined ? {} : { failure: { ...failure } }),
    startedAt,
    ...(ttftMs === undefined ? {} : { ttftMs: Math.round(ttftMs) }),
    durationMs: Math.round(durationMs),
    cost: cost === undefined ? { usd: null, source: 'unknown' } : describeCost(cost),
  };
}

function describeServed({
  candidateId,
  responseModelId,
  provider,
  generationId,
}: AttemptReport): TierwiseMetadata['served'] {
  return {
    modelId: responseModelId ?? candidateId,
    ...(provider === undefined ? {} : { provider }),
    ...(generationId === undefined ? {} : { generationId }),
  };
}

function describeCost(cost: {
  readonly usd: string | null;
  readonly source: TierwiseCost['source'];
  readonly atLeastUsd?: string;
}): TierwiseCost {
  const { usd, source, atLeastUsd } = cost;
  return { usd, source, ...(atLeastUsd === undefined ? {} : { atLeastUsd }) };
}

/** What the same tokens would have cost on the baseline: computed from its list price, never reported. */
function baselineCost(
  baseline: Model | null,
  served: AttemptReport | null,
): { baseline?: { modelId: string; usd: string } } {
  if (baseline === null || served?.usage?.raw === undefined) return {};
  const { computedUsd } = costOf({ usage: served.usage.raw, model: baseline });
  return computedUsd === undefined || computedUsd === null
    ? {}
    : { baseline: { modelId: baseline.id, usd: computedUsd } };
}
