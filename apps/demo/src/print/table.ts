import stringWidth from 'string-width';

/** One column of a table. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** Lays out rows under titles, two spaces apart; Chinese characters count as two columns. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string[] {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, column) =>
    Math.max(...lines.map((cells) => stringWidth(cells[column] ?? ''))),
  );
  const rule = widths.map((width) => '─'.repeat(width));
  const [head = [], ...body] = lines;
  return [head, rule, ...body].map((cells) => renderLine(cells, columns, widths));
}

function renderLine(
  cells: readonly string[],
  columns: readonly Column[],
  widths: readonly number[],
): string {
  return columns
    .map(({ align = 'left' }, column) => {
      const cell = cells[column] ?? '';
      const space = ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
      return align === 'right' ? space + cell : cell + space;
    })
    .join('  ')
    .trimEnd();
}
