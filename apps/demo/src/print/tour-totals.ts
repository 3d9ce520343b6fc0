import { formatUsd } from '@tierwise/pricing';
import { moneyOf } from '../tour/summarise-visit.ts';
import type { Visit } from '../tour/take-stop.ts';
import { formatCount } from './format-count.ts';
import { formatSpent } from './format-money.ts';

/** What the calls came to: how much work in the first line, how much money in the second. */
export function describeTotals(visits: readonly Visit[]): [work: string, money: string] {
  return [describeWork(visits), describeMoney(visits)];
}

function describeWork(visits: readonly Visit[]): string {
  const steps = visits.flatMap((visit) => visit.steps);
  const attempts = steps.flatMap((step) => step.attempts);
  const failed = attempts.filter(({ outcome }) => outcome === 'failed').length;
  const tokens = visits.reduce(
    (sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens,
    0,
  );
  return `${visits.length} calls, ${steps.length} steps, ${failed} failed attempts recovered, ${formatCount(tokens)} tokens`;
}

function describeMoney(visits: readonly Visit[]): string {
  const money = moneyOf(visits.flatMap(({ steps }) => steps));
  const { baselineUsd, savedPercent } = money;
  const spent = `paid ${formatSpent(money)}`;
  if (baselineUsd === null) return spent;
  return `${spent}; the same tokens with every call on tier premium: ${formatUsd(baselineUsd)}; saved ${savedPercent ?? 'unknown'} %`;
}
