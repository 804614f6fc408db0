import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import offerClasses from '@/features/offers/offers.module.css';
import { money, plural } from '@/lib/format';
import type { Trend } from '@/lib/schema';

import { Chips } from './Chips';
import { Parts } from './Parts';
import { ScoreRing } from './ScoreRing';
import { placesSaid, priceRange } from './score';
import classes from './trends.module.css';

/** The table's trends for a narrow screen. */
export function TrendCards({ trends }: { trends: Trend[] }) {
  const title = useMarketplaceTitle();
  return (
    <ul className={offerClasses.cards} aria-label="Trends">
      {trends.map((trend) => (
        <li key={trend.id} className={`${offerClasses.card ?? ''} ${classes.card ?? ''}`} data-testid="trend">
          <Group wrap="nowrap" gap="sm" align="flex-start">
            <ScoreRing value={trend.overall} />
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
          </Group>
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
