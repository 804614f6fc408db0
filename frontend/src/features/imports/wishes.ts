import type { Import, ImportKind, ImportPreview, ImportWishes } from '@/lib/schema';

/** What a person says of a file. What they do not say is guessed. */
export type Wishes = Required<Pick<ImportWishes, 'mapping' | 'fixed'>> &
  Pick<ImportWishes, 'encoding' | 'delimiter' | 'decimals'>;
export type LayoutWish = 'encoding' | 'delimiter' | 'decimals';

export const NOTHING: Wishes = { mapping: {}, fixed: {} };

/** Where a field comes from: a column, the same word for every row, or nowhere. */
export type Source = { from: 'column'; column: string } | { from: 'fixed'; value: string } | { from: 'nowhere' };

export function sourceOf(field: string, wishes: Wishes, preview: Pick<ImportPreview, 'mapping'>): Source {
  const value = wishes.fixed[field];
  if (value !== undefined) return { from: 'fixed', value };
  const said = wishes.mapping[field];
  const column = said === undefined ? preview.mapping[field] : said;
  return column ? { from: 'column', column } : { from: 'nowhere' };
}

/** A column tells one field: whoever had it before has it no more. */
export function withSource(
  wishes: Wishes,
  field: string,
  source: Source,
  preview: Pick<ImportPreview, 'mapping'>,
): Wishes {
  const { [field]: _, ...fixed } = wishes.fixed;
  if (source.from === 'fixed') {
    return {
      ...wishes,
      mapping: { ...wishes.mapping, [field]: null },
      fixed: { ...fixed, [field]: source.value },
    };
  }
  if (source.from === 'nowhere') return { ...wishes, mapping: { ...wishes.mapping, [field]: null }, fixed };
  const robbed = Object.entries({ ...preview.mapping, ...wishes.mapping })
    .filter(([other, column]) => other !== field && column === source.column)
    .map(([other]) => [other, null] as const);
  return {
    ...wishes,
    mapping: { ...wishes.mapping, ...Object.fromEntries(robbed), [field]: source.column },
    fixed,
  };
}

/** Read otherwise, the file has other columns: what was said of the old ones is forgotten. */
export function withLayout<W extends LayoutWish>(wishes: Wishes, wish: W, value: Wishes[W] | undefined): Wishes {
  const { [wish]: _, ...rest } = wishes;
  const kept = { ...rest, mapping: wish === 'decimals' ? wishes.mapping : {}, fixed: wishes.fixed };
  return value === undefined ? kept : { ...kept, [wish]: value };
}

/** As they are sent: a word for every row that is not written yet says nothing. */
export function said(wishes: Wishes): Wishes {
  return {
    ...wishes,
    fixed: Object.fromEntries(Object.entries(wishes.fixed).filter(([, value]) => value.trim() !== '')),
  };
}

/** An import that was tried out begins for good as it was tried. */
export function triedWishes(row: Import, kind: Pick<ImportKind, 'fields'>): Wishes {
  if (!row.dry_run) return NOTHING;
  const mapping = Object.fromEntries(kind.fields.map(({ name }) => [name, row.mapping[name] ?? null]));
  return { mapping, fixed: row.fixed, ...(row.decimals === null ? {} : { decimals: row.decimals }) };
}
