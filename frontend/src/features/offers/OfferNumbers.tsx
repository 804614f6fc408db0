import { Badge, Group, Text } from '@mantine/core';

import { count, day, money, percent, plural, rating } from '@/lib/format';
import type { OfferDetail, Sighting } from '@/lib/schema';

import { AvailabilityBadge } from './AvailabilityBadge';
import { AVAILABILITY_WORDS } from './filterWords';
import classes from './offers.module.css';
import { type Source, sourceOf } from './source';
import { Stars } from './Stars';
import { Told } from './Told';

interface OfferNumbersProps {
  offer: OfferDetail;
  sightings: Sighting[];
  onSource: (source: Source) => void;
}

/** What can be counted of an offer; each number leads back to the page that told it. */
export function OfferNumbers({ offer, sightings, onSource }: OfferNumbersProps) {
  const ask = (name: Parameters<typeof sourceOf>[2]['name'], about: string) => ({
    about,
    onAsk: () => {
      onSource(sourceOf(offer, sightings, { name, about }));
    },
  });
  const price = money(offer.price, offer.currency);
  return (
    <div style={{ minWidth: 0 }}>
      <Text fz={26} lh={1.4} className={classes.price} component="div">
        {offer.price === null ? 'No price shown' : <Told {...ask('price', `Price ${price}`)}>{price}</Told>}
      </Text>
      <ListPrice offer={offer} ask={ask} />
      <InDollars offer={offer} />
      <Group gap={8} mt={6}>
        {offer.rating !== null && (
          <Told {...ask('rating', `Rating ${rating(offer.rating)} of 5`)}>
            <Stars value={offer.rating} />
          </Told>
        )}
        {offer.reviews_count !== null && (
          <Text size="sm" c="dimmed" className="num" component="span">
            <Told {...ask('reviews_count', plural(offer.reviews_count, 'review'))}>
              {plural(offer.reviews_count, 'review')}
            </Told>
          </Text>
        )}
      </Group>
      <Group gap={8} mt={8}>
        {offer.availability !== null && (
          <Told {...ask('availability', AVAILABILITY_WORDS[offer.availability])}>
            <AvailabilityBadge availability={offer.availability} />
          </Told>
        )}
        {offer.stock !== null && (
          <Told {...ask('stock', `${count(offer.stock)} left`)}>
            <Badge color="gray">{count(offer.stock)} left</Badge>
          </Told>
        )}
        {offer.rank !== null && (
          <Told {...ask('rank', `Rank #${count(offer.rank)}`)}>
            <Badge color="gray">#{count(offer.rank)} in sales</Badge>
          </Told>
        )}
        {offer.sponsored && <Badge color="saffron">Sponsored</Badge>}
      </Group>
    </div>
  );
}

interface AskingProps {
  offer: OfferDetail;
  ask: (name: 'list_price', about: string) => { about: string; onAsk: () => void };
}

/** What is crossed out beside the price, and how much less it is. */
function ListPrice({ offer: { price, list_price: list, currency }, ask }: AskingProps) {
  if (list === null) return null;
  const [now, before] = [Number(price), Number(list)];
  return (
    <Text size="sm" c="dimmed" className="num" component="div">
      <Told {...ask('list_price', `List price ${money(list, currency)}`)}>
        <s>{money(list, currency)}</s>
      </Told>
      {price !== null && before > now && ` ${percent((now - before) / before)}`}
    </Text>
  );
}

function InDollars({ offer: { currency, price_usd, rated_on } }: { offer: OfferDetail }) {
  if (price_usd === null || currency === 'USD') return null;
  return (
    <Text size="sm" c="dimmed" className="num">
      {money(price_usd, 'USD')} in US dollars{rated_on !== null && `, by the rates of ${day(rated_on)}`}
    </Text>
  );
}
