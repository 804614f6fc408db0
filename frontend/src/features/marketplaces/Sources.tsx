import { Skeleton } from '@mantine/core';

import { Failure } from '@/components/Failure';

import { useMarketplaces } from './queries';
import { SourceCard } from './SourceCard';
import classes from './Sources.module.css';

export function Sources() {
  const { data: marketplaces, ...query } = useMarketplaces();
  if (query.isPending) {
    return (
      <div className={classes.cards} role="status" aria-label="Loading">
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} h={210} radius="lg" />
        ))}
      </div>
    );
  }
  if (!marketplaces) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <ul className={classes.cards} aria-label="Sources">
      {marketplaces.map((one) => (
        <SourceCard key={one.name} marketplace={one} />
      ))}
    </ul>
  );
}
