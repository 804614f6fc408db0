import type { ReactNode } from 'react';

import { ListFailure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { Empty } from '@/components/Empty';
import { NoneFits } from '@/components/NoneFits';
import { Rows } from '@/components/Rows';

import type { useOffers } from './queries';
import { narrowings, type OfferSearch } from './search';

interface FoundProps {
  query: ReturnType<typeof useOffers>['query'];
  search: OfferSearch;
  onSearch: (next: OfferSearch) => void;
  children: ReactNode;
}

/** The offers, or why there are none and what to do about it. */
export function Found({ query, search, onSearch, children }: FoundProps) {
  if (query.isPending) return <Rows count={8} tall />;
  if (query.isError && !query.isFetchNextPageError) return <ListFailure query={query} />;
  if (query.data.pages[0]?.items.length !== 0) return children;
  if (search.query !== undefined || narrowings(search) > 0) {
    return (
      <NoneFits
        title="No offer fits"
        all="Clear search and filters"
        onAll={() => {
          onSearch({});
        }}
      >
        Try fewer words, or a wider price range.
      </NoneFits>
    );
  }
  return (
    <Empty title="No offers yet" action={<ButtonLink to="/tasks">Start a collection</ButtonLink>}>
      Offers appear here while a collection reads a marketplace, page by page.
    </Empty>
  );
}
