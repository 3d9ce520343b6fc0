import { formatDecimal, ONE } from '@tierwise/catalog/decimal';
import { estimateCost } from '../estimate/estimate-cost.ts';
import { parseUsd } from '../money/parse-usd.ts';
import type { Run, Strategy } from './strategy.ts';
import type { TaskPhase } from './task-phase.ts';

/** A task in phases, and which models are to do them. */
export interface PlanTaskOptions {
  readonly phases: readonly TaskPhase[];
  readonly strategy: Strategy;
  /** Default: now. */
  readonly at?: Date;
}

/** What one phase costs, USD as an exact decimal string. */
export interface PlannedPhase {
  readonly name: string;
  readonly modelIds: readonly string[];
  /** `null` when a model of the phase has no known price. */
  readonly usd: string | null;
}

/** What a task costs under a strategy, USD as an exact decimal string. */
export interface TaskPlan {
  readonly strategy: string;
  readonly phases: readonly PlannedPhase[];
  /** `null` when a phase has no known price. */
  readonly usd: string | null;
}

/**
 * What a task costs under a strategy.
 *
 * @throws RangeError when a count is no whole number, or a share no plain decimal.
 */
export function planTask({ phases, strategy, at = new Date() }: PlanTaskOptions): TaskPlan {
  const planned = phases.map((phase): PlannedPhase => {
    const runs = strategy.runsOf(phase.name);
    const amount = sumOrNull(runs.map((run) => costOfRun(run, phase, at)));
    const usd = amount === null ? null : formatDecimal(amount);
    return { name: phase.name, modelIds: runs.map(({ model }) => model.id), usd };
  });
  const total = sumOrNull(planned.map(({ usd }) => (usd === null ? null : parseUsd(usd))));
  return {
    strategy: strategy.name,
    phases: planned,
    usd: total === null ? null : formatDecimal(total),
  };
}

function costOfRun(
  { model, share }: Run,
  { name: _name, ...tokens }: TaskPhase,
  at: Date,
): bigint | null {
  const usd = estimateCost({ model, at, ...tokens });
  return usd === null ? null : (parseUsd(usd) * parseUsd(share)) / ONE;
}

function sumOrNull(amounts: readonly (bigint | null)[]): bigint | null {
  return amounts.reduce<bigint | null>(
    (sum, amount) => (sum === null || amount === null ? null : sum + amount),
    0n,
  );
}
