import { given, type Search, text, uuid } from '@/lib/search';

/** Which listed terms are shown, as the address has it. */
export interface TermSearch {
  list_name?: string;
  region?: string;
  import_id?: string;
}

export function termSearch(search: Search): TermSearch {
  return given<TermSearch>({
    list_name: text(search, 'list_name'),
    region: text(search, 'region'),
    import_id: uuid(search, 'import_id'),
  });
}
