import { getRouteApi } from '@tanstack/react-router';

import { ButtonLink } from '@/components/links';
import { Page } from '@/components/Page';
import { ListingList } from '@/features/listings/ListingList';
import { useRights } from '@/lib/context';

const route = getRouteApi('/inside/listings');

export function ListingsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { own } = useRights();
  return (
    <Page
      title="Listings"
      about="Approved designs in your shops, and how far each publication is."
      actions={
        own && (
          <ButtonLink to="/settings/shops" variant="default">
            Shops
          </ButtonLink>
        )
      }
    >
      <ListingList search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
