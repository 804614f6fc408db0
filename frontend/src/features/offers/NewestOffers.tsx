import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Picture } from '@/components/Picture';
import { Rows } from '@/components/Rows';
import { When } from '@/components/When';
import { money } from '@/lib/format';

import classes from './NewestOffers.module.css';
import offerClasses from './offers.module.css';
import { useOffers } from './queries';

export function NewestOffers() {
  const { query, items } = useOffers({ sort: '-first_seen_at' }, 8);
  if (query.isPending) return <Rows count={2} tall />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (items.length === 0) return <Empty title="No offers yet">They appear while a collection runs.</Empty>;
  return (
    <ul className={classes.grid} aria-label="Newest offers">
      {items.slice(0, 8).map((offer) => (
        <li key={offer.id} className={classes.tile}>
          <Picture src={offer.image_url} seed={offer.id} size={52} />
          <div style={{ minWidth: 0 }}>
            <Link
              to="/offers/$offerId"
              params={{ offerId: offer.id }}
              className={`${offerClasses.title ?? ''} ${offerClasses.cover ?? ''}`}
            >
              {offer.title}
            </Link>
            <Text size="sm" className="num">
              <b>{money(offer.price, offer.currency)}</b>
              <Text span c="dimmed" size="xs">
                , <When at={offer.first_seen_at} />
              </Text>
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
