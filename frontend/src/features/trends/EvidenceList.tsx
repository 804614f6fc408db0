import { Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { Panel } from '@/components/Panel';
import { Picture } from '@/components/Picture';
import { Rows } from '@/components/Rows';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import offerClasses from '@/features/offers/offers.module.css';
import { Stars } from '@/features/offers/Stars';
import { money, plural } from '@/lib/format';
import type { Evidence, TrendDetail } from '@/lib/schema';

import classes from './Evidence.module.css';
import { useEvidence } from './queries';

export function EvidenceList({ trend }: { trend: TrendDetail }) {
  return (
    <Panel
      flush
      title="Evidence"
      about="The offers that the figures are made of, as they were when the figures were made."
    >
      <Rowed id={trend.id} />
    </Panel>
  );
}

function Rowed({ id }: { id: string }) {
  const { query, items } = useEvidence(id);
  if (query.isPending) return <Rows count={5} tall />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) return <Empty title="No evidence kept">The next analysis writes it anew.</Empty>;
  return (
    <>
      <ul className={classes.list} aria-label="Evidence">
        {items.map((one) => (
          <Row key={one.offer_id} one={one} />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="offer" query={query} />
    </>
  );
}

function Row({ one }: { one: Evidence }) {
  const title = useMarketplaceTitle();
  return (
    <li className={classes.row}>
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
          {[title(one.marketplace), one.seller].filter((part) => part !== null).join(', ')}
        </Text>
        <Group gap={4} mt={3}>
          {one.words.slice(0, 4).map((word) => (
            <Badge key={word} color="gray" size="sm">
              {word}
            </Badge>
          ))}
        </Group>
      </div>
      <div className={classes.numbers}>
        <span className={offerClasses.price}>{money(one.price, one.currency)}</span>
        <Text span size="sm">
          <Stars value={one.rating} />
        </Text>
        <Text span size="xs" c="dimmed" className="num">
          {one.reviews_count === null ? 'no reviews told' : plural(one.reviews_count, 'review')}
        </Text>
      </div>
    </li>
  );
}
