import type { ReactNode } from 'react';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { NoneFits } from '@/components/NoneFits';

import { designWord } from './DesignBadge';
import type { useDesigns } from './queries';
import { type DesignSearch, narrowed } from './search';

interface FoundProps {
  query: ReturnType<typeof useDesigns>['query'];
  empty: boolean;
  search: DesignSearch;
  onSearch: (next: DesignSearch) => void;
  coming: ReactNode;
  children: ReactNode;
}

/** The gallery, or why there is none and what to do about it. */
export function Found({ query, empty, search, onSearch, coming, children }: FoundProps) {
  if (query.isPending) return coming;
  if (query.isError && !query.isFetchNextPageError && empty) {
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!empty) return children;
  if (search.status === undefined && !narrowed(search)) {
    return (
      <Empty title="No designs yet" action={<ButtonLink to="/runs">Start a run</ButtonLink>}>
        A run draws designs for the best trends. They wait here for your yes or no.
      </Empty>
    );
  }
  const all = {
    all: 'Show all designs',
    onAll: () => {
      onSearch({});
    },
  };
  return search.status === 'waiting' ? (
    <NoneFits title="Nothing waits for you" {...all}>
      Every design here is decided. The next run brings new ones.
    </NoneFits>
  ) : (
    <NoneFits
      title={search.status ? `No design is “${designWord(search.status).toLowerCase()}”` : 'No design fits'}
      {...all}
    />
  );
}
