import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { Picture } from '@/components/Picture';
import { When } from '@/components/When';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { Stars } from '@/features/offers/Stars';
import { money } from '@/lib/format';
import type { Collected, Collection } from '@/lib/schema';

import classes from './collections.module.css';
import { useRemoving } from './holding';
import { Note } from './Note';

interface CollectedRowProps {
  collection: Pick<Collection, 'id'>;
  offer: Collected;
  /** Its note may be changed, and it may be removed. */
  open: boolean;
}

export function CollectedRow({ collection, offer, open }: CollectedRowProps) {
  const title = useMarketplaceTitle();
  return (
    <li className={classes.row} data-testid="collected">
      <Picture src={offer.image_url} seed={offer.id} size={52} />
      <div style={{ minWidth: 0 }}>
        <Link to="/offers/$offerId" params={{ offerId: offer.id }} className={classes.title}>
          {offer.title}
        </Link>
        <Text size="xs" c="dimmed" truncate>
          {[title(offer.marketplace), offer.seller].filter((part) => part !== null).join(', ')}, added{' '}
          <When at={offer.added_at} />
        </Text>
      </div>
      <div className={classes.noted}>
        <Note collection={collection} offer={offer} open={open} />
      </div>
      <div className={classes.prices}>
        <div className={classes.price}>{money(offer.price, offer.currency)}</div>
        <Text size="xs" c="dimmed" component="div" className="num">
          {offer.currency !== 'USD' && offer.price_usd !== null ? money(offer.price_usd, 'USD') : null}{' '}
          {offer.rating !== null && <Stars value={offer.rating} />}
        </Text>
      </div>
      <div className={classes.removed}>{open && <Remove collection={collection} offer={offer} />}</div>
    </li>
  );
}

function Remove({ collection, offer }: Omit<CollectedRowProps, 'open'>) {
  const { remove } = useRemoving(collection);
  return (
    <Tooltip label="Remove from the collection">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Remove ${offer.title}`}
        onClick={() => {
          remove.mutate(offer);
        }}
      >
        <IconX size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
