import { given, type Search, text, uuid } from '@/lib/search';

/** Which claims are listed, as the address has it. */
export interface ClaimSearch {
  query?: string;
  marketplace?: string;
  import_id?: string;
  page_id?: string;
}

export function claimSearch(search: Search): ClaimSearch {
  return given<ClaimSearch>({
    query: text(search, 'query'),
    marketplace: text(search, 'marketplace', 80),
    import_id: uuid(search, 'import_id'),
    page_id: uuid(search, 'page_id'),
  });
}
