import { Stack, Text } from '@mantine/core';

import { Empty } from '@/components/Empty';
import { day, plural } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { OfferDetail, Sighting } from '@/lib/schema';

import type { Dollars } from './dollars';
import { Figures } from './Figures';
import { DAY_MS, type Money, points, type RangeName, RANGES, within } from './history';
import { seriesOf, type SeriesName } from './series';
import { Sightings } from './Sightings';
import type { Source } from './source';
import { Stage } from './Stage';

interface ChartProps {
  offer: OfferDetail;
  sightings: Sighting[];
  range: RangeName;
  names: SeriesName[];
  dollars: Dollars | null;
  onSource: (source: Source) => void;
}

export function Chart({ offer, sightings, range, names, dollars, onSource }: ChartProps) {
  const now = useNow();
  const money = moneyOf(offer, sightings, dollars);
  const all = points(sightings, money);
  const first = all[0];
  if (!first)
    return <Empty title="No sightings kept yet">The next collection that sees this offer writes the first one.</Empty>;
  const days = RANGES.find((one) => one.value === range)?.days ?? null;
  // The line ends where the offer was last seen: what came after is not known.
  const to = Math.max(new Date(offer.last_seen_at).getTime(), first.at + DAY_MS);
  const from = Math.min(days === null ? first.at : Math.max(first.at, now - days * DAY_MS), to - DAY_MS);
  const shown = within(all, from, to);
  const series = seriesOf(all).filter(({ name }) => names.includes(name));
  const inside = sightings.filter((one) => new Date(one.seen_at).getTime() >= from);
  return (
    <Stack gap="md">
      <Figures shown={shown} series={series} currency={money.shown} />
      {series.length === 0 ? (
        <Text size="sm" c="dimmed" py="xl" ta="center">
          Nothing is chosen to be drawn. The sightings below have every value.
        </Text>
      ) : (
        <Stage shown={shown} series={series} from={from} to={to} currency={money.shown} />
      )}
      <Notes sightings={inside} money={money} dollars={dollars} />
      <Sightings offer={offer} sightings={inside} onSource={onSource} />
    </Stack>
  );
}

function moneyOf(offer: OfferDetail, sightings: Sighting[], dollars: Dollars | null): Money {
  const currency = offer.currency ?? sightings.findLast((one) => one.currency !== null)?.currency ?? null;
  return dollars === null ? { currency, rate: 1, shown: currency } : { currency, rate: dollars.rate, shown: 'USD' };
}

/** What is to be known before prices are compared. */
function Notes({ sightings, money, dollars }: { sightings: Sighting[]; money: Money; dollars: Dollars | null }) {
  const others = sightings.filter((one) => one.price !== null && one.currency !== money.currency).length;
  const notes = [
    dollars !== null &&
      `Prices in dollars by the rates ${dollars.day === null ? 'of today' : `of ${day(dollars.day)}`}.`,
    others > 0 && `${plural(others, 'price')} in another currency ${others === 1 ? 'is' : 'are'} not drawn.`,
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {notes.join(' ')}
    </Text>
  );
}
