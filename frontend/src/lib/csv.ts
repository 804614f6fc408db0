import type { Paged } from './schema';

type Cell = string | number | null;

/** One line of a CSV file as RFC 4180 has it, safe to open in a spreadsheet. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // A spreadsheet would run a title that begins like a formula.
  const tame = /^[=+\-@\t\r]/.test(value) && !isNumber(value) ? `'${value}` : value;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

function isNumber(value: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(value);
}

interface Gathering<T> {
  columns: Record<string, (row: T) => Cell>;
  page: (cursor: string | undefined, signal: AbortSignal) => Promise<Paged<T>>;
  signal: AbortSignal;
  onRows: (rows: number) => void;
}

/** Every row of a result, page by page, under one heading. Rejects when it is cancelled or a page does not come. */
export async function gatherCsv<T>({ columns, page, signal, onRows }: Gathering<T>): Promise<string[]> {
  const lines = [`\uFEFF${csvLine(Object.keys(columns))}`];
  let cursor: string | undefined;
  do {
    signal.throwIfAborted();
    const { items, next_cursor } = await page(cursor, signal);
    for (const row of items) lines.push(csvLine(Object.values(columns).map((read) => read(row))));
    onRows(lines.length - 1);
    cursor = next_cursor ?? undefined;
  } while (cursor !== undefined);
  return lines;
}
