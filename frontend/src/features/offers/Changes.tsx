import { Text } from '@mantine/core';

import { Panel } from '@/components/Panel';
import { useNow } from '@/lib/now';
import type { Offer, Sighting } from '@/lib/schema';

import { changes } from './changes';
import { points } from './history';
import classes from './offer.module.css';

/** What has moved, in words. */
export function Changes({ offer, sightings }: { offer: Offer; sightings: Sighting[] }) {
  const { currency } = offer;
  const all = points(sightings, { currency, rate: 1, shown: currency });
  const spans = changes(all, new Date(offer.last_seen_at).getTime(), useNow(), currency);
  if (spans.length === 0) return null;
  return (
    <Panel title="What has changed">
      <dl className={classes.changes}>
        {spans.map(({ label, said, none }) => (
          <div key={label}>
            <dt>{label}</dt>
            {said.map((sentence) => (
              <dd key={sentence} className="num">
                {sentence}
              </dd>
            ))}
            {none !== null && (
              <Text component="dd" size="sm" c="dimmed" m={0}>
                {none}
              </Text>
            )}
          </div>
        ))}
      </dl>
    </Panel>
  );
}
