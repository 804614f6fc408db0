import { Group, SegmentedControl, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import type { Signal } from '@/lib/schema';

import { Chart } from '@/components/charts/Chart';
import { daysBefore, since, sourcesOf, spotsOf, together } from './days';
import { DaysTable } from './DaysTable';
import { Keys } from '@/components/charts/Keys';
import { lookOf, type Measure, MEASURES } from './measures';
import { useSignals } from './queries';
import type { Thread } from '@/components/charts/threads';

const TOGETHER = 'together';
const APART = 'apart';
const RANGES = [
  { value: '28', label: '4 weeks' },
  { value: '91', label: '3 months' },
  { value: '365', label: 'A year' },
  { value: 'all', label: 'All' },
];

/** What the days told of a trend, source by source: the evidence under its outlook. */
export function SignalsPanel({ id, name }: { id: string; name: string }) {
  const signals = useSignals(id);
  return (
    <Panel
      title="Signals"
      about="One number for each day. A day on which nobody looked is a gap in the line, and no zero."
    >
      {signals.isPending && <Skeleton h={340} />}
      {signals.isError && <Failure error={signals.error} onRetry={() => void signals.refetch()} />}
      {signals.data?.length === 0 && (
        <Empty title="No days yet">The next analysis tells the days since its offers were first seen.</Empty>
      )}
      {signals.data && signals.data.length > 0 && <Days signals={signals.data} name={name} />}
    </Panel>
  );
}

function Days({ signals, name }: { signals: Signal[]; name: string }) {
  const title = useMarketplaceTitle();
  const [measure, setMeasure] = useState<Measure | undefined>(MEASURES[0]);
  const [range, setRange] = useState('91');
  const [wanted, setWanted] = useState(TOGETHER);
  const sources = sourcesOf(signals);
  if (!measure) return null;
  const shown = measure.apart && wanted === TOGETHER ? APART : wanted;
  const threads = threadsOf(signals, measure, shown, title).map((thread) => ({
    ...thread,
    spots: since(thread.spots, range === 'all' ? null : daysBefore(thread.spots, Number(range))),
  }));
  const known = threads.filter(({ spots }) => spots.some(({ value }) => value !== null));
  return (
    <Stack gap="md">
      <Group gap="sm" justify="space-between">
        <Group gap="sm">
          <Select
            size="xs"
            w={150}
            aria-label="Signal"
            data={MEASURES.map((one) => ({ value: one.name, label: one.title }))}
            value={measure.name}
            onChange={(chosen) => {
              setMeasure(MEASURES.find((one) => one.name === chosen));
            }}
          />
          {sources.length > 1 && (
            <Select
              size="xs"
              w={170}
              aria-label="Source"
              data={[
                ...(measure.apart ? [] : [{ value: TOGETHER, label: 'All together' }]),
                { value: APART, label: 'Each source' },
                ...sources.map((source) => ({ value: source, label: title(source) })),
              ]}
              value={shown}
              onChange={(chosen) => {
                setWanted(chosen ?? TOGETHER);
              }}
            />
          )}
        </Group>
        <SegmentedControl size="xs" aria-label="Range" data={RANGES} value={range} onChange={setRange} />
      </Group>
      <Text size="sm" c="dimmed">
        {measure.about}
        {shown === TOGETHER && sources.length > 1 && ' A day on which one of the sources was missed is left open.'}
      </Text>
      {known.length === 0 ? (
        <Text size="sm" c="dimmed" py="xl" ta="center">
          No day in this time told it.
        </Text>
      ) : (
        <Chart title={`${measure.title} of ${name}`} threads={known} {...drawing(measure)} />
      )}
      {known.length > 1 && <Keys threads={known} />}
      <DaysTable signals={signals} name={name} />
    </Stack>
  );
}

function drawing({ write, tick, lowIsGood = false }: Measure) {
  return { write, tick, lowIsGood };
}

function threadsOf(
  signals: Signal[],
  { name, title: called }: Measure,
  wanted: string,
  title: (source: string) => string,
): Thread[] {
  if (wanted === TOGETHER && name !== 'price' && name !== 'rank')
    return [{ name: TOGETHER, title: called, color: lookOf(0).color, spots: together(signals, name) }];
  const sources = sourcesOf(signals);
  return sources
    .filter((source) => wanted === APART || wanted === source)
    .map((source) => ({
      name: source,
      title: title(source),
      ...(sources.length > 1 ? lookOf(sources.indexOf(source)) : { color: lookOf(0).color }),
      spots: spotsOf(
        signals.filter((signal) => signal.source === source),
        name,
      ),
    }));
}
