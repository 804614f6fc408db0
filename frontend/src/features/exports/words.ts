import { searchWords } from '@/features/offers/filterWords';
import { offerSearch } from '@/features/offers/search';
import { count, plural } from '@/lib/format';
import type { Export, ExportFormat, ExportWhat } from '@/lib/schema';

export const FORMATS: { value: ExportFormat; label: string; about: string }[] = [
  { value: 'csv', label: 'CSV', about: 'A table for spreadsheets and nearly everything else.' },
  { value: 'json', label: 'JSON lines', about: 'An object a line, for programs.' },
  { value: 'parquet', label: 'Parquet', about: 'Typed columns for data tools. A large one comes as several files.' },
];

export const WHATS: { value: ExportWhat; label: string; about: string }[] = [
  { value: 'offers', label: 'Offers', about: 'A row for each offer, as it was seen last.' },
  { value: 'history', label: 'Their history', about: 'A row for each sighting: every move of every offer.' },
];

export function formatWord(format: ExportFormat): string {
  return FORMATS.find(({ value }) => value === format)?.label ?? format;
}

/** What an export is about: "Offers: “cat mug”, In stock". */
export function aboutWords(row: Pick<Export, 'what' | 'search'>, title: (marketplace: string) => string): string {
  const inside = typeof row.search.collection === 'string' ? 'of a collection' : null;
  const search = searchWords(offerSearch(row.search), title);
  const which = inside === null ? search : search === 'All offers' ? inside : `${inside}, ${search}`;
  if (row.what === 'history') return which === 'All offers' ? 'History of all offers' : `History: ${which}`;
  return which === 'All offers' ? which : `Offers: ${which}`;
}

/** How far it has come, in rows. The total is an estimate while it is being written. */
export function rowsWord({ status, rows_done, rows_total }: Export): string {
  if (status === 'succeeded' || rows_total === null || rows_total < rows_done) return plural(rows_done, 'row');
  if (status === 'queued' && rows_done === 0) return 'Waiting for its turn';
  return `${count(rows_done)} of about ${plural(rows_total, 'row')}`;
}

/** The share that is written, in percent; null when nobody knows. It is never whole before it is done. */
export function share({ status, rows_done, rows_total }: Export): number | null {
  if (status === 'succeeded') return 100;
  if (status === 'queued' && rows_done === 0) return 0;
  return rows_total === null || rows_total === 0 ? null : Math.min(99, (rows_done / rows_total) * 100);
}

export function isExpired({ expires_at }: Pick<Export, 'expires_at'>, now: number): boolean {
  return expires_at !== null && new Date(expires_at).getTime() <= now;
}
