import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { Picture } from '@/components/Picture';
import { Rows } from '@/components/Rows';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import type { usePaged } from '@/lib/paged';

import classes from './offers.module.css';

/** An offer as somebody else quotes it. */
interface Cited {
  offer_id: string;
  title: string;
  image_url: string | null;
  marketplace: string;
  seller: string | null;
}

interface CitedOffersProps<One extends Cited> {
  paged: ReturnType<typeof usePaged<One>>;
  /** How many are likely on their way. */
  expected: number;
  label: string;
  none: string;
  classNames: { list: string; row: string };
  /** What of it is quoted. */
  words?: (one: One) => string;
  beneath?: (one: One) => ReactNode;
  figures: (one: One) => ReactNode;
}

/** The offers that an analysis was made of; each leads to the offer as it is now. */
export function CitedOffers<One extends Cited>({ paged, expected, label, none, ...shown }: CitedOffersProps<One>) {
  const { query, items } = paged;
  const title = useMarketplaceTitle();
  if (query.isPending) return <Rows count={expected} tall />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) return <Empty title={none}>The next analysis tells it anew.</Empty>;
  const { classNames, words, beneath, figures } = shown;
  return (
    <>
      <ul className={classNames.list} aria-label={label}>
        {items.map((one) => (
          <li key={one.offer_id} className={classNames.row}>
            <Picture src={one.image_url} seed={one.offer_id} />
            <div style={{ minWidth: 0 }}>
              <Link
                to="/offers/$offerId"
                params={{ offerId: one.offer_id }}
                className={`${classes.title ?? ''} ${classes.cover ?? ''}`}
              >
                {one.title}
              </Link>
              <Text size="xs" c="dimmed">
                {words?.(one)}
                {[title(one.marketplace), one.seller].filter((part) => part !== null).join(', ')}
              </Text>
              {beneath?.(one)}
            </div>
            {figures(one)}
          </li>
        ))}
      </ul>
      <LoadMore shown={items.length} noun="offer" query={query} />
    </>
  );
}
