import { getRouteApi } from '@tanstack/react-router';

import { Awaited } from '@/components/Awaited';
import { BackLink } from '@/components/BackLink';
import { Page } from '@/components/Page';
import { HeldIn } from '@/features/collections/HeldIn';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { OfferMatches } from '@/features/matches/OfferMatches';
import { OfferView } from '@/features/offers/OfferView';
import { useOffer } from '@/features/offers/queries';

const route = getRouteApi('/inside/offers/$offerId');

export function OfferPage() {
  const { offerId } = route.useParams();
  const offer = useOffer(offerId);
  const title = useMarketplaceTitle();
  return (
    <Page
      title={offer.data?.title ?? 'Offer'}
      about={offer.data && title(offer.data.marketplace)}
      above={<BackLink to="/offers" all="All offers" />}
    >
      <Awaited query={offer} there={offer.data !== undefined} heights={[420, 120]} />
      {offer.data && (
        <OfferView
          key={offerId}
          offer={offer.data}
          beneath={<OfferMatches offerId={offerId} />}
          beside={<HeldIn offerId={offerId} />}
        />
      )}
    </Page>
  );
}
