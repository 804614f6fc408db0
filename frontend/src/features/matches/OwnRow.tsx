import { Text } from '@mantine/core';

import { Picture } from '@/components/Picture';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import type { MatchedOffer } from '@/lib/schema';

import { Costs } from './Costs';
import classes from './likes.module.css';

/** The offer whose page this is, in its place among the others. */
export function OwnRow({ offer, lowest }: { offer: MatchedOffer; lowest: boolean }) {
  const title = useMarketplaceTitle();
  return (
    <li className={classes.row} aria-current="true">
      <Picture src={offer.image_url} seed={offer.id} />
      <div className={classes.what}>
        <Text fw={550}>This offer</Text>
        <Text size="xs" c="dimmed">
          {[title(offer.marketplace), offer.seller].filter((part) => part !== null).join(', ')}
        </Text>
      </div>
      <Costs offer={offer} lowest={lowest} />
    </li>
  );
}
