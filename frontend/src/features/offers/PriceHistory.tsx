import { Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { count, dateTime, day, money, percent, rating, short } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { Offer, Sighting } from '@/lib/schema';

import { at, DAY_MS, type Point, points, type RangeName, RANGES, type Summary, summary, within } from './history';
import { MARGIN, Plot } from './Plot';
import classes from './Plot.module.css';
import { useHistory } from './queries';
import { Sightings } from './Sightings';

export function PriceHistory({ offer }: { offer: Offer }) {
  const [range, setRange] = useState<RangeName>('90');
  const history = useHistory(offer.id);
  return (
    <Panel
      title="Price history"
      action={
        <SegmentedControl
          size="xs"
          aria-label="Range"
          data={RANGES.map(({ value, label }) => ({ value, label }))}
          value={range}
          onChange={(value) => {
            setRange(RANGES.find((one) => one.value === value)?.value ?? 'all');
          }}
        />
      }
    >
      {history.isPending && <Skeleton h={340} />}
      {history.isError && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.data && <Chart offer={offer} sightings={history.data} range={range} />}
    </Panel>
  );
}

function Chart({ offer, sightings, range }: { offer: Offer; sightings: Sighting[]; range: RangeName }) {
  const now = useNow();
  const all = points(sightings);
  const first = all[0];
  if (!first)
    return <Empty title="No sightings kept yet">The next collection that sees this offer writes the first one.</Empty>;
  const days = RANGES.find((one) => one.value === range)?.days ?? null;
  // The line ends where the offer was last seen: what came after is not known.
  const to = Math.max(new Date(offer.last_seen_at).getTime(), first.at + DAY_MS);
  const from = Math.min(days === null ? first.at : Math.max(first.at, now - days * DAY_MS), to - DAY_MS);
  const shown = within(all, from, to);
  const currency = sightings.findLast((one) => one.currency !== null)?.currency ?? offer.currency;
  return (
    <Stack gap="md">
      <Figures price={summary(shown, 'price')} reviews={summary(shown, 'reviews')} currency={currency} />
      <Stage shown={shown} from={from} to={to} currency={currency} />
      <Sightings sightings={sightings.filter((one) => new Date(one.seen_at).getTime() >= from)} />
    </Stack>
  );
}

function Figures({
  price,
  reviews,
  currency,
}: {
  price: Summary | null;
  reviews: Summary | null;
  currency: string | null;
}) {
  return (
    <div className={classes.figures}>
      {price && (
        <Text size="sm" className="num">
          <span className={classes.key} style={{ background: 'var(--wl-price)' }} aria-hidden />
          <b>Price</b> {money(price.last, currency)}
          <Text span c="dimmed">
            {price.low !== price.high && ` between ${money(price.low, currency)} and ${money(price.high, currency)}`}
            {price.change !== null && price.change !== 0 ? `, ${percent(price.change)}` : ', unchanged'}
          </Text>
        </Text>
      )}
      {reviews && (
        <Text size="sm" className="num">
          <span className={classes.key} style={{ background: 'var(--wl-reviews)' }} aria-hidden />
          <b>Reviews</b> {count(reviews.last)}
          <Text span c="dimmed">
            {reviews.last !== reviews.first &&
              `, ${reviews.last > reviews.first ? '+' : ''}${count(reviews.last - reviews.first)}`}
          </Text>
        </Text>
      )}
    </div>
  );
}

function Stage({ shown, from, to, currency }: { shown: Point[]; from: number; to: number; currency: string | null }) {
  const { ref, width } = useElementSize();
  const [moment, setMoment] = useState<number | null>(null);
  const held = moment === null ? null : at(shown, moment);
  const inner = Math.max(1, width - MARGIN.left - MARGIN.right);
  const share = moment === null ? 0 : (moment - from) / (to - from);
  const same = { shown, from, to, width, moment, held };
  const said = `from ${day(from)} to ${day(to)}; the sightings below have every value.`;
  return (
    <div
      ref={ref}
      className={classes.stage}
      onPointerMove={(event) => {
        const left = event.clientX - event.currentTarget.getBoundingClientRect().left - MARGIN.left;
        setMoment(from + Math.min(1, Math.max(0, left / inner)) * (to - from));
      }}
      onPointerLeave={() => {
        setMoment(null);
      }}
    >
      <Plot
        {...same}
        measure="price"
        height={236}
        color="var(--wl-price)"
        write={(value) => money(value, currency)}
        title={`Price ${said}`}
      />
      <Plot
        {...same}
        measure="reviews"
        height={116}
        color="var(--wl-reviews)"
        write={(value) => short(value)}
        title={`Reviews ${said}`}
      />
      {held && moment !== null && (
        <div
          className={classes.tip}
          style={
            share < 0.5
              ? { left: MARGIN.left + share * inner + 14 }
              : { right: width - MARGIN.left - share * inner + 14 }
          }
        >
          <Text size="xs" c="dimmed">
            {dateTime(moment)}
          </Text>
          <Text size="sm" fw={600} className="num">
            {money(held.price, currency)}
          </Text>
          <Group gap={10}>
            <Text size="xs" className="num">
              {count(held.reviews)} reviews
            </Text>
            <Text size="xs" className="num">
              {held.rating !== null && `${rating(String(held.rating))} stars`}
            </Text>
          </Group>
        </div>
      )}
    </div>
  );
}
