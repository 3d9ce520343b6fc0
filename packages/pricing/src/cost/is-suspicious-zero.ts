import type { ReadUsage } from '../usage/read-usage.ts';
import type { Computation } from './compute-cost.ts';

export interface IsSuspiciousZeroOptions {
  readonly usage: ReadUsage;
  readonly computation: Computation;
  readonly modelId: string;
}

/** OpenRouter says 0 although tokens with a price were used, on its own key, by a model that does not call itself free. */
export function isSuspiciousZero({
  usage,
  computation,
  modelId,
}: IsSuspiciousZeroOptions): boolean {
  const { cost, byok } = usage.report;
  return cost === 0n && !byok && computation.amount > 0n && !modelId.endsWith(':free');
}
