import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { Picture } from '@/components/Picture';
import { Rows } from '@/components/Rows';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import offerClasses from '@/features/offers/offers.module.css';
import { money } from '@/lib/format';
import type { Pattern, Saying } from '@/lib/schema';

import classes from './Patterns.module.css';
import { useSayings } from './queries';

/** The offers that say so, each with its words. */
export function SayingList({ id, pattern }: { id: string; pattern: Pattern }) {
  const { query, items } = useSayings(id, pattern);
  if (query.isPending) return <Rows count={4} tall />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) return <Empty title="No offer says so any more">The next analysis tells it anew.</Empty>;
  return (
    <>
      <ul className={classes.sayings} aria-label="Offers that say so">
        {items.map((one) => (
          <Row key={one.offer_id} one={one} />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="offer" query={query} />
    </>
  );
}

function Row({ one }: { one: Saying }) {
  const title = useMarketplaceTitle();
  return (
    <li className={classes.saying}>
      <Picture src={one.image_url} seed={one.offer_id} />
      <div style={{ minWidth: 0 }}>
        <Link
          to="/offers/$offerId"
          params={{ offerId: one.offer_id }}
          className={`${offerClasses.title ?? ''} ${offerClasses.cover ?? ''}`}
        >
          {one.title}
        </Link>
        <Text size="xs" c="dimmed">
          “{one.says}”, {[title(one.marketplace), one.seller].filter((part) => part !== null).join(', ')}
        </Text>
      </div>
      <span className={offerClasses.price}>{money(one.price, one.currency)}</span>
    </li>
  );
}
