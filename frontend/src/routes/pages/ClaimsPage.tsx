import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { ClaimList } from '@/features/claims/ClaimList';

import { BroughtTabs } from './BroughtTabs';

const route = getRouteApi('/inside/claims');

export function ClaimsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page
      title="Claimed offers"
      about="Offers as your imports and saved pages tell them: of each the newest word, seen by your workspace alone."
    >
      <BroughtTabs />
      <ClaimList search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
