import stringWidth from 'string-width';
import type { Column } from '../print/table.ts';

export interface TableFigure {
  readonly title: string;
  /** What the figure says, for readers who cannot see it. */
  readonly description: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Lines below the table: totals and provenance. */
  readonly notes: readonly string[];
}

const CHARACTER_PX = 7.3;
const LINE_PX = 22;
const PADDING_PX = 20;
const GAP_PX = 18;

/** Draws a table as an SVG that follows the reader's light or dark scheme. */
export function renderTableSvg({ title, description, columns, rows, notes }: TableFigure): string {
  const widths = columns.map((column, index) =>
    columnPx(
      column,
      rows.map((row) => row[index] ?? ''),
    ),
  );
  const lefts = widths.map(
    (_, index) => PADDING_PX + total(widths.slice(0, index)) + GAP_PX * index,
  );
  const width = PADDING_PX * 2 + total(widths) + GAP_PX * (columns.length - 1);
  const height = PADDING_PX * 2 + LINE_PX * (rows.length + notes.length + 2);
  const place = (cells: readonly string[], line: number, style: string): string =>
    cells
      .map((cell, index) =>
        textAt(cell, cellX(columns[index], lefts[index] ?? 0, widths[index] ?? 0), line, style),
      )
      .join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(description)}</desc>`,
    STYLE,
    `<rect class="paper" width="${Math.ceil(width)}" height="${height}" rx="8"/>`,
    place(
      columns.map((column) => column.title),
      1,
      'head',
    ),
    ...rows.map((row, index) => place(row, index + 2, `cell ${row[2] ?? ''}`)),
    ...notes.map((note, index) =>
      textAt(note, { x: PADDING_PX, anchor: 'start' }, rows.length + 3 + index, 'note'),
    ),
    '</svg>',
    '',
  ].join('\n');
}

const STYLE = `<style>
.paper{fill:#fff;stroke:#d0d7de}text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK TC",monospace;fill:#1f2328}
.head{font-weight:700}.note{fill:#59636e}.free{fill:#1a7f37}.ultra-low{fill:#0550ae}.economy{fill:#8250df}.standard{fill:#9a6700}.premium{fill:#cf222e}
@media(prefers-color-scheme:dark){.paper{fill:#0d1117;stroke:#3d444d}text{fill:#f0f6fc}.note{fill:#9198a1}.free{fill:#3fb950}.ultra-low{fill:#58a6ff}.economy{fill:#bc8cff}.standard{fill:#d29922}.premium{fill:#ff7b72}}
</style>`;

function columnPx({ title }: Column, cells: readonly string[]): number {
  return Math.max(...[title, ...cells].map((text) => stringWidth(text))) * CHARACTER_PX;
}

interface Place {
  readonly x: number;
  readonly anchor: 'start' | 'end';
}

function cellX(column: Column | undefined, left: number, width: number): Place {
  return column?.align === 'right'
    ? { x: left + width, anchor: 'end' }
    : { x: left, anchor: 'start' };
}

function textAt(text: string, { x, anchor }: Place, line: number, style: string): string {
  return `<text x="${x.toFixed(1)}" y="${PADDING_PX + LINE_PX * line - 8}" text-anchor="${anchor}" class="${style}">${escapeXml(text)}</text>`;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
