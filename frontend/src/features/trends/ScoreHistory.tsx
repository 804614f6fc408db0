import { Chip, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { Chart } from '@/components/charts/Chart';
import charts from '@/components/charts/charts.module.css';
import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { useTrendPoints } from './queries';

import { type Measure, MEASURES, threads } from './history';
import { points as written } from './score';

const HEIGHT = 240;

/** The score and its parts from day to day. */
export function ScoreHistory({ id }: { id: string }) {
  const history = useTrendPoints(id);
  const [shown, setShown] = useState<Measure[]>(['overall', 'demand', 'competition']);
  return (
    <Panel title="History of the classic score" about="One point for each day on which it was analysed.">
      {history.isPending && <Skeleton h={HEIGHT + 40} />}
      {history.isError && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.data?.length === 0 && <Empty title="No history yet">The next analysis writes the first point.</Empty>}
      {history.data && history.data.length > 0 && (
        <Stack gap="md">
          <Chip.Group
            multiple
            value={shown}
            onChange={(names) => {
              setShown(MEASURES.map(({ name }) => name).filter((name) => names.includes(name)));
            }}
          >
            <Group gap={6} role="group" aria-label="What is drawn">
              {MEASURES.map(({ name, title, color }) => (
                <Chip key={name} value={name} size="xs" radius="sm" variant="outline">
                  <span className={charts.key} style={{ background: color }} aria-hidden />
                  {title}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          {shown.length === 0 ? (
            <Text size="sm" c="dimmed" py="xl" ta="center">
              Choose what is drawn.
            </Text>
          ) : (
            <Chart title="Classic score" threads={threads(history.data, shown)} write={written} height={HEIGHT} />
          )}
        </Stack>
      )}
    </Panel>
  );
}
