import { Badge, Group, Text } from '@mantine/core';
import { IconPlayerPause, IconRobot } from '@tabler/icons-react';

import { When } from '@/components/When';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { every, plural } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { TaskStart, Watch } from '@/lib/schema';

import { WatchActs } from './WatchActs';
import classes from './WatchList.module.css';

export interface WatchRowProps {
  row: Watch;
  slim: boolean;
  collecting: boolean;
  onCollect: (wanted: TaskStart) => void;
  onChange: (row: Watch) => void;
  onEnd: (row: Watch) => void;
}

export function WatchRow(props: WatchRowProps) {
  const { row, slim, collecting } = props;
  const title = useMarketplaceTitle();
  const pace = every(row.every_minutes_now / 60);
  return (
    <li className={classes.row} data-testid="watch" data-paused={row.paused_at !== null || undefined}>
      <div className={classes.named}>
        <Text fw={550} {...(slim ? { truncate: true } : { style: { overflowWrap: 'anywhere' } })} title={row.target}>
          {row.target}
        </Text>
        <Text size="sm" c="dimmed">
          {title(row.marketplace)}, {row.paused_at === null ? pace : 'paused'}
        </Text>
      </div>
      {!slim && <Visits row={row} collecting={collecting} />}
      <WatchActs {...props} />
      {!slim && (
        <Group className={classes.why} gap="xs">
          <Text size="sm" c="dimmed">
            {row.why}
          </Text>
          <Badges row={row} />
        </Group>
      )}
    </li>
  );
}

function Visits({ row, collecting }: { row: Watch; collecting: boolean }) {
  return (
    <dl className={classes.visits}>
      <div>
        <dt>Next visit</dt>
        <dd>
          <Next row={row} collecting={collecting} />
        </dd>
      </div>
      <div>
        <dt>Last visit</dt>
        <dd>{row.visited_at === null ? 'None yet' : <When at={row.visited_at} />}</dd>
      </div>
    </dl>
  );
}

function Next({ row, collecting }: { row: Watch; collecting: boolean }) {
  const now = useNow();
  if (collecting) return 'Under way';
  if (row.paused_at !== null) return 'When it is resumed';
  return new Date(row.next_at).getTime() <= now ? 'Due' : <When at={row.next_at} />;
}

function Badges({ row }: { row: Watch }) {
  return (
    <>
      {row.paused_at !== null && (
        <Badge color="gray" leftSection={<IconPlayerPause size={12} aria-hidden />}>
          Paused <When at={row.paused_at} />
        </Badge>
      )}
      {row.priority !== 'low' && <Badge color="saffron">{row.priority === 'high' ? 'High' : 'Normal'} priority</Badge>}
      {row.max_pages !== null && <Badge color="gray">{plural(row.max_pages, 'page')} at most</Badge>}
      {row.past_robots && (
        <Badge color="madder" leftSection={<IconRobot size={12} aria-hidden />}>
          Past robots.txt
        </Badge>
      )}
    </>
  );
}
