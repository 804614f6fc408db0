import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Picture } from '@/components/Picture';
import { When } from '@/components/When';
import { count, money } from '@/lib/format';
import type { Offer } from '@/lib/schema';

import classes from './offers.module.css';
import { Stars } from './Stars';

/** The table's offers for a narrow screen. */
export function OfferCards({ offers }: { offers: Offer[] }) {
  return (
    <ul className={classes.cards} aria-label="Offers">
      {offers.map((offer) => (
        <li key={offer.id} className={classes.card}>
          <Picture src={offer.image_url} seed={offer.id} size={60} />
          <div style={{ flex: 1, minWidth: 0 }}>
            <Link
              to="/offers/$offerId"
              params={{ offerId: offer.id }}
              className={`${classes.title ?? ''} ${classes.cover ?? ''}`}
            >
              {offer.title}
            </Link>
            <Text size="xs" c="dimmed" truncate>
              {offer.seller ?? offer.marketplace}, <When at={offer.last_seen_at} />
            </Text>
            <Group justify="space-between" mt={6} gap="xs">
              <span className={classes.price}>{money(offer.price, offer.currency)}</span>
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
        </li>
      ))}
    </ul>
  );
}
