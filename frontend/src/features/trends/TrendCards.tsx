import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import offerClasses from '@/features/offers/offers.module.css';
import { Grew } from '@/features/outlooks/Grew';
import { LabelBadge } from '@/features/outlooks/LabelBadge';
import { LittleEvidence } from '@/features/outlooks/LittleEvidence';
import { money, plural } from '@/lib/format';
import type { Trend } from '@/lib/schema';

import { Chips } from './Chips';
import { Parts } from './Parts';
import { PickBox } from './PickBox';
import type { Picking } from './picking';
import { placesSaid, points, priceRange } from './score';
import { ScoreCell } from './ScoreCell';
import classes from './trends.module.css';

/** The table's trends for a narrow screen. */
export function TrendCards({ trends, picking }: { trends: Trend[]; picking: Picking }) {
  return (
    <ul className={offerClasses.cards} aria-label="Trends">
      {trends.map((trend) => (
        <li
          key={trend.id}
          className={`${offerClasses.card ?? ''} ${classes.card ?? ''}`}
          data-testid="trend"
          data-picked={picking.has(trend.id) || undefined}
        >
          <Head trend={trend} picking={picking} />
          <Group gap="xs">
            <LabelBadge label={trend.label} />
            <LittleEvidence of={trend} />
          </Group>
          <dl className={classes.parts}>
            <div>
              <dt>Growth, four weeks</dt>
              <dd>
                <Grew trend={trend} />
              </dd>
            </div>
            <div>
              <dt>Classic score</dt>
              <dd className="num">{points(trend.overall)}</dd>
            </div>
          </dl>
          <Parts trend={trend} />
          <Group justify="space-between" gap="xs" align="flex-end">
            <Chips trend={trend} />
            <Text size="xs" c="dimmed" className="num" ml="auto">
              <Text span inherit fw={600} c="var(--mantine-color-text)" size="sm">
                {money(trend.price_avg, trend.currency)}
              </Text>{' '}
              {priceRange(trend)}
            </Text>
          </Group>
        </li>
      ))}
    </ul>
  );
}

function Head({ trend, picking }: { trend: Trend; picking: Picking }) {
  const title = useMarketplaceTitle();
  return (
    <Group wrap="nowrap" gap="sm" align="flex-start">
      <div className={classes.scored}>
        <ScoreCell trend={trend} />
      </div>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Link
          to="/trends/$trendId"
          params={{ trendId: trend.id }}
          className={`${offerClasses.title ?? ''} ${offerClasses.cover ?? ''}`}
        >
          {trend.name}
        </Link>
        <Text size="xs" c="dimmed" className="num">
          {plural(trend.offers_count, 'offer')}: {placesSaid(trend, title)}
        </Text>
      </div>
      <PickBox trend={trend} picking={picking} />
    </Group>
  );
}
