import { compareUsd } from '../money/compare-usd.ts';
import { type Saving, saving } from '../money/saving.ts';
import { planTask, type TaskPlan } from './plan-task.ts';
import type { Strategy } from './strategy.ts';
import type { TaskPhase } from './task-phase.ts';

/** The strategies to compare, over the same phases. */
export interface CompareStrategiesOptions {
  readonly phases: readonly TaskPhase[];
  /** What the others are measured against. */
  readonly baseline: Strategy;
  readonly strategies: readonly Strategy[];
  /** Default: now. */
  readonly at?: Date;
}

/** A plan with what it saves; `null` when one of the two costs is unknown. */
export type ComparedPlan = TaskPlan & { readonly saving: Saving | null };

/** The plans of all strategies, the baseline among them, cheapest first; plans of unknown cost come last. */
export function compareStrategies(options: CompareStrategiesOptions): readonly ComparedPlan[] {
  const { phases, baseline, strategies, at = new Date() } = options;
  const base = planTask({ phases, strategy: baseline, at }).usd;
  return [baseline, ...strategies]
    .map((strategy) => planTask({ phases, strategy, at }))
    .map((plan) => ({ ...plan, saving: savingOf(plan.usd, base) }))
    .toSorted((a, b) => compareKnown(a.usd, b.usd));
}

function savingOf(spentUsd: string | null, baselineUsd: string | null): Saving | null {
  return spentUsd === null || baselineUsd === null ? null : saving({ spentUsd, baselineUsd });
}

function compareKnown(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareUsd(a, b);
}
