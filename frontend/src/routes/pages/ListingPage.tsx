import { getRouteApi } from '@tanstack/react-router';

import { Awaited } from '@/components/Awaited';
import { BackLink } from '@/components/BackLink';
import { Page } from '@/components/Page';
import { ListingActs } from '@/features/listings/ListingActs';
import { ListingBadge } from '@/features/listings/ListingBadge';
import { ListingView } from '@/features/listings/ListingView';
import { useListing } from '@/features/listings/queries';

const route = getRouteApi('/inside/listings/$listingId');

export function ListingPage() {
  const { listingId } = route.useParams();
  const { data: listing, ...query } = useListing(listingId);
  return (
    <Page
      title={listing?.title ?? 'Listing'}
      about={listing && <ListingBadge status={listing.status} />}
      above={<BackLink to="/listings" all="All listings" />}
      actions={listing && <ListingActs listing={listing} size="sm" />}
    >
      <Awaited query={query} there={listing !== undefined} heights={[280, 240]} />
      {listing && <ListingView listing={listing} />}
    </Page>
  );
}
