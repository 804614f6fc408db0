import { getRouteApi } from '@tanstack/react-router';

import { ExportButton } from '@/components/ExportButton';
import { Page } from '@/components/Page';
import { offersCsv } from '@/features/offers/exportCsv';
import { OfferList } from '@/features/offers/OfferList';
import { useApi } from '@/lib/context';

const route = getRouteApi('/inside/offers');

export function OffersPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  return (
    <Page
      title="Offers"
      about="Products as the marketplaces show them, each with its history."
      actions={<ExportButton noun="offer" file="offers" gather={offersCsv(api, search)} />}
    >
      <OfferList search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
