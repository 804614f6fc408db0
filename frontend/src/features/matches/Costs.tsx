import { Badge, Text } from '@mantine/core';

import { money } from '@/lib/format';
import type { MatchedOffer } from '@/lib/schema';

import classes from './likes.module.css';

/** In dollars, to compare, and as it was seen. */
export function Costs({ offer, lowest }: { offer: MatchedOffer; lowest: boolean }) {
  const soldOut = offer.availability === 'out_of_stock';
  const converted = offer.price_usd !== null && offer.currency !== 'USD';
  return (
    <div className={classes.costs}>
      <Text fw={600} className="num">
        {offer.price_usd === null ? money(offer.price, offer.currency) : money(offer.price_usd, 'USD')}
      </Text>
      {converted && (
        <Text size="xs" c="dimmed" className="num">
          {money(offer.price, offer.currency)}
        </Text>
      )}
      {lowest && <Badge color="pine">Lowest</Badge>}
      {soldOut && <Badge color="madder">Sold out</Badge>}
    </div>
  );
}
