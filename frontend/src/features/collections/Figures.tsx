import type { ReactNode } from 'react';

import { When } from '@/components/When';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { count, money } from '@/lib/format';
import type { Collection } from '@/lib/schema';

import classes from './collections.module.css';

/** What a collection holds, in numbers. */
export function Figures({ collection }: { collection: Collection }) {
  const facts: [string, ReactNode, string?][] = [
    ['Offers', count(collection.offers_count)],
    ['Moved in 7 days', count(collection.moved_7_days), 'Offers whose price is another one than a week ago'],
    ['Moved in 30 days', count(collection.moved_30_days), 'Offers whose price is another one than thirty days ago'],
    ['Lowest', money(collection.lowest_usd, 'USD'), priced(collection)],
    ['Median', money(collection.median_usd, 'USD'), priced(collection)],
    ['Highest', money(collection.highest_usd, 'USD'), priced(collection)],
    ['Last seen', collection.last_seen_at === null ? 'Never' : <When key="seen" at={collection.last_seen_at} />],
  ];
  return (
    <>
      <dl className={classes.figures}>
        {facts.map(([name, value, about]) => (
          <div key={name} title={about}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <Marketplaces of={collection.marketplaces} />
    </>
  );
}

function priced({ priced_count, offers_count }: Collection): string {
  return `In US dollars, of ${count(priced_count)} of ${count(offers_count)} offers`;
}

/** Where its offers are from, the most first. */
function Marketplaces({ of }: { of: Collection['marketplaces'] }) {
  const title = useMarketplaceTitle();
  const known = Object.entries(of).sort((one, other) => other[1] - one[1]);
  if (known.length === 0) return null;
  return (
    <ul className={classes.shops} aria-label="Marketplaces">
      {known.map(([name, offers]) => (
        <li key={name}>
          {title(name)} <span className="num">{count(offers)}</span>
        </li>
      ))}
    </ul>
  );
}
