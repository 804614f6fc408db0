import { Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router';

import { Failure } from '@/components/Failure';
import { TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { ListingActs } from '@/features/listings/ListingActs';
import { ListingBadge } from '@/features/listings/ListingBadge';
import { ListingView } from '@/features/listings/ListingView';
import { useListing } from '@/features/listings/queries';

const route = getRouteApi('/inside/listings/$listingId');

export function ListingPage() {
  const { listingId } = route.useParams();
  const { data: listing, ...query } = useListing(listingId);
  const router = useRouter();
  const back = useCanGoBack();
  return (
    <Page
      title={listing?.title ?? 'Listing'}
      about={listing && <ListingBadge status={listing.status} />}
      above={
        <TextLink
          to="/listings"
          size="sm"
          w="fit-content"
          onClick={(event) => {
            // Back to the list as it was: its search, its place.
            if (!back) return;
            event.preventDefault();
            router.history.back();
          }}
        >
          <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> {back ? 'Back' : 'All listings'}
        </TextLink>
      }
      actions={listing && <ListingActs listing={listing} size="sm" />}
    >
      {query.isPending && (
        <Stack role="status" aria-label="Loading">
          <Skeleton h={280} radius="lg" />
          <Skeleton h={240} radius="lg" />
        </Stack>
      )}
      {query.isError && !listing && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {listing && <ListingView listing={listing} />}
    </Page>
  );
}
