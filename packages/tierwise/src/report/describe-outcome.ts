import type { Model } from '@tierwise/catalog';
import type { AttemptReport, CallReport } from '@tierwise/fallback-middleware';
import { costOf, totalCost } from '@tierwise/pricing';
import type { Plan } from '../plan/plan.ts';
import { costOfAttempt } from './cost-of-attempt.ts';
import { describeDecision } from './describe-decision.ts';
import type { TierwiseAttempt, TierwiseCost, TierwiseMetadata } from './tierwise-metadata.ts';

/** Generation ids of the simulator start like this, so that a simulated answer can never pass for a real one. */
const SIMULATED_GENERATION = 'gen-sim-';

export interface DescribeOutcomeOptions {
  readonly plan: Plan;
  readonly report: CallReport;
}

/** Joins what was decided with what happened and what it cost. */
export function describeOutcome({ plan, report }: DescribeOutcomeOptions): TierwiseMetadata {
  const attempts = report.attempts.map((attempt) =>
    describeAttempt(attempt, costOfAttempt(attempt, plan.catalog)),
  );
  const simulated = report.attempts.some(({ generationId }) =>
    generationId?.startsWith(SIMULATED_GENERATION),
  );
  return {
    callId: plan.callId,
    decision: describeDecision(plan),
    attempts,
    served: report.served === null ? null : describeServed(report.served),
    cost: {
      ...describeTotal(attempts.map(({ cost }) => cost)),
      ...baselineCost(plan.baseline, report.served),
    },
    ...(simulated ? { simulated } : {}),
  };
}

function describeAttempt(attempt: AttemptReport, cost: TierwiseCost): TierwiseAttempt {
  const { candidateId, outcome, failure, reason, startedAt, ttftMs, durationMs } = attempt;
  return {
    modelId: candidateId,
    outcome,
    ...(failure === undefined ? {} : { failure: { ...failure } }),
    ...(reason === undefined ? {} : { reason }),
    startedAt,
    ...(ttftMs === undefined ? {} : { ttftMs: Math.round(ttftMs) }),
    durationMs: Math.round(durationMs),
    cost,
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

/** The call's cost is what its attempts cost together, the failed ones included. */
function describeTotal(costs: readonly TierwiseCost[]): TierwiseCost {
  const { usd, atLeastUsd } = totalCost(costs);
  if (usd === null) return { usd, source: 'unknown', atLeastUsd };
  const reported = costs.every((cost) => cost.source === 'reported' || cost.usd === '0');
  return { usd, source: reported ? 'reported' : 'computed' };
}

/** What the same tokens would have cost on the baseline: computed from its list price, never reported. */
function baselineCost(
  baseline: Model | null,
  served: AttemptReport | null,
): { baseline?: { modelId: string; usd: string } } {
  if (baseline === null || served?.usage?.raw === undefined) return {};
  const cost = costOf({ usage: served.usage.raw, model: baseline, at: new Date(served.startedAt) });
  const usd = cost.usd === null ? null : cost.computedUsd;
  return usd === null ? {} : { baseline: { modelId: baseline.id, usd } };
}
