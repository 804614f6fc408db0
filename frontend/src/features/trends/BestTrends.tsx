import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { ListFailure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { Empty } from '@/components/Empty';
import { Rows } from '@/components/Rows';
import offerClasses from '@/features/offers/offers.module.css';
import { money, plural } from '@/lib/format';

import { useTrends } from './queries';
import { ScoreRing } from './ScoreRing';
import classes from './trends.module.css';

const SHOWN = 6;

export function BestTrends() {
  const { query, items } = useTrends({}, SHOWN);
  if (query.isPending) return <Rows count={SHOWN} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return (
      <Empty title="No trends yet" action={<ButtonLink to="/runs">Start a run</ButtonLink>}>
        A run groups the collected offers into trends and scores them.
      </Empty>
    );
  }
  return (
    <ol className={classes.best} aria-label="Best trends">
      {items.slice(0, SHOWN).map((trend) => (
        <li key={trend.id}>
          <ScoreRing value={trend.score} size={38} unsure={trend.low_evidence} />
          <div style={{ minWidth: 0, flex: 1 }}>
            <Link
              to="/trends/$trendId"
              params={{ trendId: trend.id }}
              className={`${offerClasses.title ?? ''} ${offerClasses.cover ?? ''}`}
            >
              {trend.name}
            </Link>
            <Text size="sm" c="dimmed" className="num">
              {plural(trend.offers_count, 'offer')}
              {trend.price_avg !== null && `, about ${money(trend.price_avg, trend.currency)}`}
            </Text>
          </div>
        </li>
      ))}
    </ol>
  );
}
