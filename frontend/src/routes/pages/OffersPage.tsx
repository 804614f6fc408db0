import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { ExportButton } from '@/features/offers/ExportButton';
import { OfferList } from '@/features/offers/OfferList';

const route = getRouteApi('/inside/offers');

export function OffersPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page
      title="Offers"
      about="Products as the marketplaces show them, each with its history."
      actions={<ExportButton search={search} disabled={false} />}
    >
      <OfferList search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
