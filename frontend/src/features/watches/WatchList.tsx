import { ActionIcon, Badge, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconEyeOff, IconPlayerPlay } from '@tabler/icons-react';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Rows } from '@/components/Rows';
import { useMarketplaces, useMarketplaceTitle } from '@/features/marketplaces/queries';
import { useRights } from '@/lib/context';
import { every } from '@/lib/format';
import type { Wanted } from '@/lib/schema';

import { useWatches, useWatching } from './queries';
import classes from './WatchList.module.css';

interface WatchListProps {
  /** Collects a watched target now, between two turns of its schedule. */
  onCollect: (wanted: Wanted) => void;
  /** What is being collected at the moment, as `marketplace/target`. */
  busy: ReadonlySet<string>;
}

export function WatchList({ onCollect, busy }: WatchListProps) {
  const watches = useWatches();
  const { data: marketplaces } = useMarketplaces();
  const title = useMarketplaceTitle();
  const { unwatch } = useWatching();
  const { work } = useRights();

  if (watches.isPending) return <Rows count={3} />;
  if (watches.isError) {
    return (
      <div className={classes.inset}>
        <Failure error={watches.error} onRetry={() => void watches.refetch()} />
      </div>
    );
  }
  if (watches.data.length === 0) {
    return (
      <Empty title="Nothing is watched yet">
        Turn on “Watch this target” when you start a collection, and it is collected again on its own.
      </Empty>
    );
  }
  return (
    <Stack component="ul" gap={0} className={classes.list}>
      {watches.data.map((row) => {
        const rhythm = marketplaces?.find((one) => one.name === row.marketplace)?.every_hours;
        const collecting = busy.has(`${row.marketplace}/${row.target}`);
        return (
          <Group component="li" key={row.id} className={classes.row} wrap="nowrap" justify="space-between">
            <div style={{ minWidth: 0 }}>
              <Text fw={550} truncate title={row.target}>
                {row.target}
              </Text>
              <Text size="sm" c="dimmed">
                {title(row.marketplace)}
                {rhythm !== undefined && `, ${every(rhythm)}`}
              </Text>
            </div>
            {work && (
              <Group gap={6} wrap="nowrap">
                {collecting ? (
                  <Badge color="pine">Collecting</Badge>
                ) : (
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconPlayerPlay size={14} aria-hidden />}
                    aria-label={`Collect ${row.target} now`}
                    onClick={() => {
                      onCollect({ marketplace: row.marketplace, target: row.target });
                    }}
                  >
                    Collect now
                  </Button>
                )}
                <Tooltip label="Stop watching">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Stop watching ${row.target}`}
                    onClick={() => {
                      unwatch.mutate(row);
                    }}
                  >
                    <IconEyeOff size={17} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </Group>
            )}
          </Group>
        );
      })}
    </Stack>
  );
}
