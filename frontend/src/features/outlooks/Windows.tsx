import { Text } from '@mantine/core';

import type { GrowthWindow, Outlook } from '@/lib/schema';

import classes from './outlooks.module.css';
import { grown, small } from './words';

/** Growth over a week, four weeks and three months: with how far it may be off, or why it is not known. */
export function Windows({ of: { windows } }: { of: Outlook }) {
  const reach = furthest(windows);
  return (
    <section aria-label="Growth">
      <Text fw={600} mb={6}>
        Growth
      </Text>
      <ul className={classes.windows}>
        {windows.map((one) => (
          <li key={one.days}>
            <Text span size="sm" c="dimmed" className="num">
              {one.days} days
            </Text>
            {one.growth === null ? (
              <Text span size="sm" className={classes.reason}>
                <b>–</b> Not known: {one.reason ?? 'too little is known'}.
              </Text>
            ) : (
              <Known of={{ ...one, growth: one.growth }} reach={reach} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Known({ of, reach }: { of: GrowthWindow & { growth: number }; reach: number }) {
  const low = of.low ?? of.growth;
  const high = of.high ?? of.growth;
  const place = (share: number) => `${50 + (Math.max(-reach, Math.min(reach, share)) / reach) * 50}%`;
  return (
    <>
      <Text span fw={600} className="num">
        {grown(of.growth)}
      </Text>
      <span className={classes.range} aria-hidden>
        <span
          className={classes.between}
          style={{ left: place(low), right: `calc(100% - ${place(high)})` }}
          data-sure={low > 0 || high < 0 || undefined}
        />
        <span className={classes.middle} style={{ left: place(of.growth) }} />
      </span>
      <Text span size="sm" c="dimmed" className="num">
        {grown(low)} to {grown(high)}
        {typeof of.p === 'number' && `, p ${small(of.p)}`}
      </Text>
    </>
  );
}

/** How far the pictures of the intervals reach to either side: all of them as far. */
function furthest(windows: readonly GrowthWindow[]): number {
  const ends = windows.flatMap(({ growth, low, high }) => [growth ?? 0, low ?? 0, high ?? 0].map(Math.abs));
  return Math.min(3, Math.max(0.1, ...ends));
}
