import { Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router';

import { TextLink } from '@/components/links';
import { Failure } from '@/components/Failure';
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
  const router = useRouter();
  const back = useCanGoBack();
  return (
    <Page
      title={offer.data?.title ?? 'Offer'}
      about={offer.data && title(offer.data.marketplace)}
      above={
        <TextLink
          to="/offers"
          size="sm"
          w="fit-content"
          onClick={(event) => {
            // Back to the list as it was: its search, its place.
            if (!back) return;
            event.preventDefault();
            router.history.back();
          }}
        >
          <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> {back ? 'Back' : 'All offers'}
        </TextLink>
      }
    >
      {offer.isPending && (
        <Stack role="status" aria-label="Loading">
          <Skeleton h={420} radius="lg" />
          <Skeleton h={120} radius="lg" />
        </Stack>
      )}
      {offer.isError && <Failure error={offer.error} onRetry={() => void offer.refetch()} />}
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
