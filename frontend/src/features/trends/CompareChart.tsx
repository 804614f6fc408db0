import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { Panel } from '@/components/Panel';
import { Chart } from '@/components/charts/Chart';
import { Keys } from '@/components/charts/Keys';
import { MomentsTable } from '@/features/outlooks/MomentsTable';
import { lookOf } from '@/features/outlooks/measures';
import type { Thread } from '@/components/charts/threads';
import { points } from '@/features/outlooks/words';

import type { ComparedTrend } from './compareQueries';
import { indexed } from './indexed';

const RANGES = [
  { value: '13', label: '3 months' },
  { value: '26', label: '6 months' },
  { value: '52', label: 'A year' },
  { value: 'all', label: 'All' },
];

/** The weeks of all of them in one picture, each from 100 on. */
export function CompareChart({ compared }: { compared: readonly ComparedTrend[] }) {
  const [range, setRange] = useState('26');
  const [now] = useState(() => new Date().toISOString());
  const lines = indexed(
    compared.map(({ signals }) => signals),
    now,
    range === 'all' ? null : Number(range),
  );
  const threads: Thread[] = compared.map(({ trend, place }, index) => ({
    name: trend.id,
    title: trend.name,
    ...lookOf(place),
    spots: lines[index] ?? [],
  }));
  const drawn = threads.filter(({ spots }) => spots.length > 0);
  return (
    <Panel
      title="Week by week"
      about="Reviews a week and counted offer. Each begins at 100, so that large and small ones can be compared."
      action={<SegmentedControl size="xs" aria-label="Range" data={RANGES} value={range} onChange={setRange} />}
    >
      {drawn.length === 0 ? (
        <Text size="sm" c="dimmed" py="xl" ta="center">
          No week of any of them is known yet.
        </Text>
      ) : (
        <Stack gap="md">
          <Chart title="Weeks compared, each from 100 on" threads={drawn} write={points} height={300} />
          <Keys threads={threads} beside={(thread) => (thread.spots.length === 0 ? <Unknown /> : null)} />
          <MomentsTable threads={drawn} noun="week" write={points} />
        </Stack>
      )}
    </Panel>
  );
}

function Unknown() {
  return (
    <Text span size="xs" c="dimmed">
      no week known
    </Text>
  );
}
