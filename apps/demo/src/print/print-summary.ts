import { styleText } from 'node:util';
import { formatUsd } from '@tierwise/pricing';
import { moneyOf } from '../tour/summarise-visit.ts';
import type { Visit } from '../tour/take-stop.ts';
import { formatCount } from './format-count.ts';
import { formatSpent } from './format-money.ts';
import { renderTable } from './table.ts';

const COLUMNS = [
  { title: '#', align: 'right' },
  { title: 'call' },
  { title: 'tier' },
  { title: 'served by' },
  { title: 'attempts', align: 'right' },
  { title: 'tokens', align: 'right' },
  { title: 'paid', align: 'right' },
  { title: 'premium', align: 'right' },
  { title: 'saved', align: 'right' },
  { title: '' },
] as const;

/** The table of the whole tour and its totals. */
export function describeTour(visits: readonly Visit[], mark: string): string[] {
  const steps = visits.flatMap((visit) => visit.steps);
  const failed = steps
    .flatMap(({ attempts }) => attempts)
    .filter(({ outcome }) => outcome === 'failed').length;
  const tokens = visits.reduce(
    (sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens,
    0,
  );
  return [
    ...renderTable(
      COLUMNS,
      visits.map((visit, index) => row(visit, index, mark)),
    ),
    '',
    styleText(
      'bold',
      `${visits.length} calls, ${steps.length} steps, ${failed} failed attempts recovered, ${formatCount(tokens)} tokens${mark}`,
    ),
    styleText('bold', `${totals(visits)}${mark}`),
  ];
}

function row(visit: Visit, index: number, mark: string): string[] {
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
    mark.trim(),
  ];
}

function totals(visits: readonly Visit[]): string {
  const money = moneyOf(visits.flatMap(({ steps }) => steps));
  const { baselineUsd, savedPercent } = money;
  const spent = `paid ${formatSpent(money)}`;
  if (baselineUsd === null) return spent;
  return `${spent}; the same tokens with every call on tier premium: ${formatUsd(baselineUsd)}; saved ${savedPercent ?? 'unknown'} %`;
}

function unique(values: readonly string[]): string {
  return [...new Set(values)].join(', ');
}
