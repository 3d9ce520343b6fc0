import { styleText } from 'node:util';
import type { Visit } from '../tour/take-stop.ts';
import { renderTable } from './table.ts';
import { describeRow, TOUR_COLUMNS } from './tour-table.ts';
import { describeTotals } from './tour-totals.ts';

/** The table of the whole tour and its totals; `mark` ends every line that could be mistaken for a real bill. */
export function describeTour(visits: readonly Visit[], mark: string): string[] {
  const [head = '', rule = '', ...rows] = renderTable(TOUR_COLUMNS, visits.map(describeRow));
  const totals = describeTotals(visits).map((line) => styleText('bold', line + mark));
  return [head, rule, ...rows.map((row) => row + mark), '', ...totals];
}
