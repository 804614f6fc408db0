import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { MatchFilters, MatchReview } from '@/features/matches/MatchReview';
import type { MatchSearch } from '@/features/matches/search';

const route = getRouteApi('/inside/matches');

export function MatchesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const put = (next: MatchSearch) => void navigate({ search: next, replace: true });
  return (
    <Page
      title="Matches"
      about="Two offers that may be one product. What you say of them holds in your workspace, above what is guessed."
    >
      <MatchFilters search={search} onSearch={put} />
      <MatchReview key={`${search.verdict ?? ''}/${search.of ?? ''}`} search={search} onSearch={put} />
    </Page>
  );
}
