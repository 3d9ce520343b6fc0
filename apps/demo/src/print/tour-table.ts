import { formatUsd } from '@tierwise/pricing';
import { moneyOf } from '../tour/summarise-visit.ts';
import type { Visit } from '../tour/take-stop.ts';
import { formatCount } from './format-count.ts';
import { formatSpent } from './format-money.ts';
import type { Column } from './table.ts';

/** The columns of the tour's table. */
export const TOUR_COLUMNS: readonly Column[] = [
  { title: '#', align: 'right' },
  { title: 'call' },
  { title: 'tier' },
  { title: 'served by' },
  { title: 'attempts', align: 'right' },
  { title: 'tokens', align: 'right' },
  { title: 'paid', align: 'right' },
  { title: 'premium', align: 'right' },
  { title: 'saved', align: 'right' },
];

/** One call as cells under {@link TOUR_COLUMNS}. */
export function describeRow(visit: Visit, index: number): string[] {
  const money = moneyOf(visit.steps);
  const { baselineUsd, savedPercent } = money;
  return [
    String(index + 1),
    visit.stop.title,
    unique(visit.steps.map(({ decision }) => decision.tier)),
    unique(visit.steps.map(({ served }) => served?.modelId ?? 'none')),
    String(visit.steps.reduce((sum, { attempts }) => sum + attempts.length, 0)),
    `${formatCount(visit.inputTokens)} → ${formatCount(visit.outputTokens)}`,
    formatSpent(money),
    baselineUsd === null ? '–' : formatUsd(baselineUsd),
    savedPercent === null ? '–' : `${savedPercent} %`,
  ];
}

function unique(values: readonly string[]): string {
  return [...new Set(values)].join(', ');
}
