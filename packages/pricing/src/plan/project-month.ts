import { formatDecimal } from '@tierwise/catalog/decimal';
import { parseUsd } from '../money/parse-usd.ts';
import { type TopUp, topUp } from './top-up.ts';

/** How dear a task is (USD as a decimal string) and how often it is done. */
export interface ProjectMonthOptions {
  readonly usdPerTask: string;
  readonly tasksPerDay: number;
  /** Default: 30. */
  readonly days?: number;
}

/** A month's bill: what the calls cost, and what buying the credits for them costs on top. */
export interface MonthProjection extends TopUp {
  readonly tasks: number;
}

/**
 * What a month of such tasks costs, all credits bought at once.
 *
 * @throws RangeError when a count is no whole number from zero up, or the cost no plain decimal.
 */
export function projectMonth({
  usdPerTask,
  tasksPerDay,
  days = 30,
}: ProjectMonthOptions): MonthProjection {
  const tasks = tasksPerDay * days;
  if (!Number.isSafeInteger(tasks) || tasks < 0) {
    throw new RangeError(`tasksPerDay × days is ${tasks}; it must be a whole number from zero up.`);
  }
  return { tasks, ...topUp({ creditsUsd: formatDecimal(parseUsd(usdPerTask) * BigInt(tasks)) }) };
}
