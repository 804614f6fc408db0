import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { TermList } from '@/features/listed_terms/TermList';

import { BroughtTabs } from './BroughtTabs';

const route = getRouteApi('/inside/listed-terms');

export function ListedTermsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title="Listed terms" about="Terms of the lists that you imported, with what was measured of them.">
      <BroughtTabs />
      <TermList search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
