import { Button, Text, UnstyledButton } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';

import { TextLink } from '@/components/links';
import { count, plural } from '@/lib/format';
import type { Mention } from '@/lib/schema';

import classes from './mood.module.css';
import { clockTime } from './times';
import type { Player } from './usePlayer';

const FIRST = 12;

/** The trends that are spoken of, most of all first: each leads to its page, and its count to where it is said next. */
export function SpokenTrends({ mentions, player }: { mentions: Mention[]; player: Player }) {
  const [all, setAll] = useState(false);
  const shown = all ? mentions : mentions.slice(0, FIRST);
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        Trends it speaks of
      </Text>
      <ul className={classes.spoken} aria-label="Trends it speaks of">
        {shown.map((one) => (
          <Spoken key={one.trend_id} mention={one} player={player} />
        ))}
      </ul>
      {mentions.length > FIRST && (
        <Button
          mt={8}
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? 'Show fewer' : `Show all ${count(mentions.length)}`}
        </Button>
      )}
    </div>
  );
}

function Spoken({ mention, player }: { mention: Mention; player: Player }) {
  const { trend_id, name, moments } = mention;
  // The one after what is heard just now, and after the last the first again.
  const next = moments.find(({ start }) => start > player.second + 0.1) ?? moments[0];
  return (
    <li data-testid="spoken-trend">
      <TextLink to="/trends/$trendId" params={{ trendId: trend_id }}>
        {name}
      </TextLink>
      {next && (
        <UnstyledButton
          className={`num ${classes.next ?? ''}`}
          title={`Play from ${clockTime(next.start)}`}
          aria-label={`${name} is spoken of ${plural(mention.count, 'time')}: play from ${clockTime(next.start)}`}
          onClick={() => {
            player.seek(next.start);
          }}
        >
          <IconPlayerPlay size={12} aria-hidden />
          {count(mention.count)}
        </UnstyledButton>
      )}
    </li>
  );
}
