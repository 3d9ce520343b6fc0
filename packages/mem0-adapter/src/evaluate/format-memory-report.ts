import type { MemoryModelReport, MemoryScores, Share } from './memory-report.ts';

/** How a report is written: for a program, for a page, for a terminal. */
export type MemoryReportFormat = 'json' | 'markdown' | 'table';

const columns = ['cases', 'validity', 'recall', 'precision', 'duplicates', 'forbidden', 'silence'];

/** A report to print, to keep or to put into a pull request. */
export function formatMemoryReport(report: MemoryModelReport, format: MemoryReportFormat): string {
  if (format === 'json') return JSON.stringify(report, undefined, 2);
  const rows = [['', ...columns], ...rowsOf(report)];
  const table = format === 'markdown' ? markdownTable(rows) : textTable(rows);
  return [headingOf(report, format), '', table, '', footingOf(report)].join('\n');
}

function headingOf({ modelId, simulated }: MemoryModelReport, format: MemoryReportFormat): string {
  const note = simulated ? ' (simulated: no real model ran, the scores say nothing about one)' : '';
  return `${format === 'markdown' ? '## ' : ''}${modelId}${note}`;
}

function footingOf({ costUsd, medianMs, p95Ms, cases }: MemoryModelReport): string {
  const failed = cases.filter(({ isValid }) => !isValid);
  const failures = failed.map(({ id, failure = '' }) => `${id} ${failure}`).join(', ');
  const cost = costUsd === undefined ? 'unknown' : `$${costUsd}`;
  return [
    `Cost: ${cost}. Median ${Math.round(medianMs)} ms, 95 % within ${Math.round(p95Ms)} ms.`,
    ...(failed.length > 0 ? [`Failed: ${failures}.`] : []),
  ].join('\n');
}

function rowsOf({ all, byLanguage, byKind }: MemoryModelReport): string[][] {
  const groups = [...Object.entries(byLanguage), ...Object.entries(byKind)];
  return [['all', ...cellsOf(all)], ...groups.map(([name, scores]) => [name, ...cellsOf(scores)])];
}

function cellsOf(scores: MemoryScores): string[] {
  const { caseCount, validity, recall, precision, duplicates, forbidden, silence } = scores;
  const shares = [validity, recall, precision, duplicates, forbidden, silence];
  return [String(caseCount), ...shares.map(percent)];
}

function percent(share: Share): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

function markdownTable([head = [], ...body]: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  const pad = (cell: string, index: number): string =>
    index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0);
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}
