import { readUsage } from '../usage/read-usage.ts';
import type { CallCost } from './call-cost.ts';
import { computeCost } from './compute-cost.ts';
import { computedCost } from './computed-cost.ts';
import type { CostOfOptions } from './cost-of-options.ts';
import { isSuspiciousZero } from './is-suspicious-zero.ts';
import { reportedCost } from './reported-cost.ts';
import { reportedSpend } from './reported-spend.ts';

/**
 * What a finished call cost. What OpenRouter reported wins; the prices explain it, and stand in where it reported
 * nothing. Never throws on a strange usage: what cannot be read makes the cost unknown, which is not zero.
 *
 * @throws RangeError when `byok.feeShare` is no plain decimal.
 */
export function costOf(options: CostOfOptions): CallCost {
  const usage = readUsage(options.usage);
  const computation = computeCost(usage, options);
  const spend = reportedSpend(usage.report);
  const suspicious = isSuspiciousZero({ usage, computation, modelId: options.model.id });
  if (spend === null || suspicious)
    return computedCost({ usage, computation, suspicious, options });
  return reportedCost({ usage, computation, spend, options });
}
