import { Group, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { Chart } from '@/components/charts/Chart';
import { Keys } from '@/components/charts/Keys';
import type { Thread } from '@/components/charts/threads';
import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { useNetworkTitle, useSubjects } from '@/features/subjects/queries';
import { subjectOf } from '@/features/subjects/words';
import type { Talk } from '@/lib/schema';

import { lookOf } from './measures';
import { useTalk } from './queries';
import { allTalk, networksOf, TALK_MEASURES, type TalkMeasure, talkSpots } from './talk';
import { TalkTable } from './TalkTable';

const TOGETHER = 'together';
const APART = 'apart';

/** What people say of a trend, day by day, where somebody listens. */
export function TalkPanel({ id, name }: { id: string; name: string }) {
  const talk = useTalk(id);
  return (
    <Panel title="What is said of it" about="On social networks, day by day. A day on which nobody listened is a gap.">
      {talk.isPending && <Skeleton h={300} />}
      {talk.isError && <Failure error={talk.error} onRetry={() => void talk.refetch()} />}
      {talk.data?.length === 0 && <Untold name={name} />}
      {talk.data && talk.data.length > 0 && <Days talk={talk.data} name={name} />}
    </Panel>
  );
}

function Untold({ name }: { name: string }) {
  const { data: subjects = [] } = useSubjects();
  return subjectOf(name, subjects) ? (
    <Empty title="Nothing is counted yet">
      Wareloom listens for it. What is said is counted day by day, when trends are analysed the next time.
    </Empty>
  ) : (
    <Empty title="Nobody listens yet">
      As soon as a subject of the name “{name}” is followed, what is said of it is counted here.
    </Empty>
  );
}

function Days({ talk, name }: { talk: Talk[]; name: string }) {
  const title = useNetworkTitle();
  const [measure, setMeasure] = useState<TalkMeasure | undefined>(TALK_MEASURES[0]);
  const [wanted, setWanted] = useState(TOGETHER);
  const networks = networksOf(talk);
  if (!measure) return null;
  const threads = threadsOf(talk, measure, wanted, title);
  const known = threads.filter(({ spots }) => spots.some(({ value }) => value !== null));
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Select
          size="xs"
          w={160}
          aria-label="Measure"
          data={TALK_MEASURES.map((one) => ({ value: one.name, label: one.title }))}
          value={measure.name}
          onChange={(chosen) => {
            setMeasure(TALK_MEASURES.find((one) => one.name === chosen));
          }}
        />
        {networks.length > 1 && (
          <Select
            size="xs"
            w={170}
            aria-label="Network"
            data={[
              { value: TOGETHER, label: 'All together' },
              { value: APART, label: 'Each network' },
              ...networks.map((network) => ({ value: network, label: title(network) })),
            ]}
            value={wanted}
            onChange={(chosen) => {
              setWanted(chosen ?? TOGETHER);
            }}
          />
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {measure.about}
        {wanted === TOGETHER && networks.length > 1 && ' A day on which one of the networks was missed is left open.'}
      </Text>
      {known.length === 0 ? (
        <Text size="sm" c="dimmed" py="xl" ta="center">
          No day told it.
        </Text>
      ) : (
        <Chart
          title={`${measure.title} about ${name}`}
          threads={known}
          write={measure.write}
          tick={measure.tick}
          height={220}
        />
      )}
      {known.length > 1 && <Keys threads={known} />}
      <TalkTable talk={talk} name={name} />
    </Stack>
  );
}

function threadsOf(
  talk: Talk[],
  { title: called, read }: TalkMeasure,
  wanted: string,
  title: (network: string) => string,
): Thread[] {
  if (wanted === TOGETHER)
    return [{ name: TOGETHER, title: called, color: lookOf(0).color, spots: talkSpots(allTalk(talk), read) }];
  const networks = networksOf(talk);
  return networks
    .filter((network) => wanted === APART || wanted === network)
    .map((network) => ({
      name: network,
      title: title(network),
      ...lookOf(networks.indexOf(network)),
      spots: talkSpots(
        talk.filter((row) => row.network === network),
        read,
      ),
    }));
}
