import { Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Picture } from '@/components/Picture';
import { When } from '@/components/When';
import { count, money } from '@/lib/format';
import type { Offer } from '@/lib/schema';

import { AvailabilityBadge } from './AvailabilityBadge';
import classes from './offers.module.css';
import { PickBox } from './PickBox';
import type { Picking } from './picking';
import type { Density } from './remembered';
import { Stars } from './Stars';

interface OfferCardsProps {
  offers: Offer[];
  density?: Density;
  picking?: Picking;
}

/** The table's offers for a narrow screen. */
export function OfferCards({ offers, density = 'roomy', picking }: OfferCardsProps) {
  const tight = density === 'tight';
  return (
    <ul className={classes.cards} aria-label="Offers" data-tight={tight || undefined}>
      {offers.map((offer) => (
        <li key={offer.id} className={classes.card} data-picked={picking?.has(offer.id) ? true : undefined}>
          <Picture src={offer.image_url} seed={offer.id} size={tight ? 36 : 60} />
          <div style={{ flex: 1, minWidth: 0 }}>
            <Link
              to="/offers/$offerId"
              params={{ offerId: offer.id }}
              data-offer={offer.id}
              className={`${classes.title ?? ''} ${classes.cover ?? ''} ${tight ? (classes.one ?? '') : ''}`}
            >
              {offer.title}
            </Link>
            {!tight && <Beneath offer={offer} />}
            <Group justify="space-between" mt={tight ? 0 : 6} gap="xs">
              <Price offer={offer} />
              <Group gap={6}>
                <Text span size="sm">
                  <Stars value={offer.rating} />
                </Text>
                <Text span size="xs" c="dimmed" className="num">
                  {offer.reviews_count !== null && `(${count(offer.reviews_count)})`}
                </Text>
              </Group>
            </Group>
          </div>
          {picking && <PickBox offer={offer} picking={picking} />}
        </li>
      ))}
    </ul>
  );
}

function Price({ offer }: { offer: Offer }) {
  return (
    <Group gap={6}>
      <span className={classes.price}>{money(offer.price, offer.currency)}</span>
      {offer.list_price !== null && (
        <Text span size="xs" c="dimmed" td="line-through" className="num">
          {money(offer.list_price, offer.currency)}
        </Text>
      )}
    </Group>
  );
}

function Beneath({ offer }: { offer: Offer }) {
  const quiet = offer.availability === null || offer.availability === 'in_stock';
  return (
    <>
      <Text size="xs" c="dimmed" truncate>
        {offer.seller ?? offer.marketplace}, <When at={offer.last_seen_at} />
      </Text>
      {(!quiet || offer.sponsored) && (
        <Group gap={6} mt={4}>
          {!quiet && <AvailabilityBadge availability={offer.availability} />}
          {offer.sponsored && <Badge color="saffron">Sponsored</Badge>}
        </Group>
      )}
    </>
  );
}
