import { Text } from '@mantine/core';

import { count } from '@/lib/format';
import { words } from '@/lib/readable';
import type { Channel } from '@/lib/schema';

import classes from './shops.module.css';

const NAMES: [string, string, string][] = [
  ['title', 'Title', 'characters'],
  ['description', 'Description', 'characters'],
  ['tags', 'Tags', 'tags'],
  ['tag', 'One tag', 'characters'],
];

/** How long things may be at a channel, who says so, and what it can make. */
export function Limits({ channel }: { channel: Channel }) {
  const { limits } = channel;
  return (
    <section aria-label={`Limits of ${channel.title}`} className={classes.limits}>
      <dl>
        {NAMES.map(([key, name, unit]) => {
          const most = limits[key];
          return (
            <div key={key}>
              <dt>{name}</dt>
              <dd className="num">{typeof most === 'number' ? `${count(most)} ${unit}` : 'No limit known'}</dd>
            </div>
          );
        })}
        <div data-wide>
          <dt>Makes</dt>
          <dd>{channel.products.map(words).join(', ')}</dd>
        </div>
        <div data-wide>
          <dt>Publishes in</dt>
          <dd>{channel.parts.map(words).join(', ')}</dd>
        </div>
      </dl>
      {typeof limits.source === 'string' && limits.source !== '' && (
        <Text size="xs" c="dimmed">
          {limits.source}
        </Text>
      )}
    </section>
  );
}
