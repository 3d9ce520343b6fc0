import type { Plan } from '../plan/plan.ts';
import type { TierwiseDecision } from './tierwise-metadata.ts';

/** A plan as plain JSON. */
export function describeDecision({
  requirements,
  selection,
  explain,
  decidedInMs,
}: Plan): TierwiseDecision {
  return {
    task: requirements.task,
    tier: selection.tier,
    difficulty: round(requirements.difficulty),
    signals: requirements.signals.map(({ name, amount }) => ({ name, amount: round(amount) })),
    language: requirements.language,
    target: round(selection.target),
    candidates: selection.candidates.map(({ modelId, tier, pOk, estCostUsd, reason }) => ({
      modelId,
      tier,
      pOk,
      estCostUsd,
      reason,
    })),
    ...(explain ? { dropped: selection.dropped.map((dropped) => ({ ...dropped })) } : {}),
    decidedInMs: round(decidedInMs),
  };
}

/** Three decimals: enough to read, and stable in snapshots. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
