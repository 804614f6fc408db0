import { Chip, Group, SegmentedControl, Skeleton, Switch } from '@mantine/core';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import type { OfferDetail } from '@/lib/schema';

import { Chart } from './Chart';
import { points, type RangeName, RANGES } from './history';
import { dollarsOf } from './dollars';
import { useHistory } from './queries';
import { seriesOf, type SeriesName, useShownSeries } from './series';
import type { Source } from './source';

interface PriceHistoryProps {
  offer: OfferDetail;
  onSource: (source: Source) => void;
}

export function PriceHistory({ offer, onSource }: PriceHistoryProps) {
  const [range, setRange] = useState<RangeName>('90');
  const [inDollars, setInDollars] = useState(false);
  const [names, setNames] = useShownSeries();
  const history = useHistory(offer.id);
  const dollars = dollarsOf(offer);
  const known = seriesOf(points(history.data ?? []));
  return (
    <Panel
      title="Price history"
      action={
        <SegmentedControl
          size="xs"
          aria-label="Range"
          data={RANGES.map(({ value, label }) => ({ value, label }))}
          value={range}
          onChange={(value) => {
            setRange(RANGES.find((one) => one.value === value)?.value ?? 'all');
          }}
        />
      }
    >
      {known.length > 0 && (
        <Group justify="space-between" gap="sm" mb="md">
          <SeriesChoice known={known.map(({ name, label }) => ({ name, label }))} names={names} onNames={setNames} />
          {dollars && (
            <Switch
              size="xs"
              label="In US dollars"
              checked={inDollars}
              onChange={(event) => {
                setInDollars(event.currentTarget.checked);
              }}
            />
          )}
        </Group>
      )}
      {history.isPending && <Skeleton h={340} />}
      {history.isError && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.data && (
        <Chart
          offer={offer}
          sightings={history.data}
          range={range}
          names={names}
          dollars={inDollars ? dollars : null}
          onSource={onSource}
        />
      )}
    </Panel>
  );
}

interface SeriesChoiceProps {
  known: { name: SeriesName; label: string }[];
  names: SeriesName[];
  onNames: (names: SeriesName[]) => void;
}

function SeriesChoice({ known, names, onNames }: SeriesChoiceProps) {
  return (
    <Group gap={6} role="group" aria-label="What is drawn">
      {known.map(({ name, label }) => (
        <Chip
          key={name}
          size="xs"
          variant="light"
          checked={names.includes(name)}
          onChange={(on) => {
            onNames(on ? [...names, name] : names.filter((one) => one !== name));
          }}
        >
          {label}
        </Chip>
      ))}
    </Group>
  );
}
