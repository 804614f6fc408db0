import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { CollectionList, NewCollection } from '@/features/collections/CollectionList';

const route = getRouteApi('/inside/collections');

export function CollectionsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page
      title="Collections"
      about="Offers that belong together, with what they cost and how that moves."
      actions={<NewCollection />}
    >
      <CollectionList search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
