import { Group, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { plural } from '@/lib/format';
import { asProblem } from '@/lib/problem';
import type { Outlook, TrendDetail } from '@/lib/schema';

import { LabelBadge } from './LabelBadge';
import { LittleEvidence } from './LittleEvidence';
import { PartList } from './PartList';
import { notJudged, useOutlook } from './queries';
import { Windows } from './Windows';
import { aboutQ, points, small, surely } from './words';

interface StandingPanelProps {
  trend: TrendDetail;
  /** The score as a picture. */
  ring: ReactNode;
}

/** Where a trend stands in its life, how it grew, and what its score is made of. */
export function StandingPanel({ trend, ring }: StandingPanelProps) {
  const outlook = useOutlook(trend.id);
  return (
    <Panel title="Where it stands" about={outlook.data && <Judged of={outlook.data} />}>
      {outlook.isPending && <Skeleton h={420} />}
      {outlook.isError && !outlook.data && <Unjudged query={outlook} />}
      {outlook.data && (
        <Stack gap="lg">
          <Group gap="lg" align="center" wrap="nowrap">
            {ring}
            <Stack gap={6} miw={0}>
              <Group gap="xs">
                <LabelBadge label={outlook.data.label} />
                <LittleEvidence of={trend} />
              </Group>
              <Text>{outlook.data.why}</Text>
              <Text size="sm" c="dimmed" className="num">
                {said(trend)}
              </Text>
            </Stack>
          </Group>
          <Windows of={outlook.data} />
          <PartList of={outlook.data} />
        </Stack>
      )}
    </Panel>
  );
}

function said({ score, confidence, low_evidence }: TrendDetail): string {
  if (score === null) return 'No part of the score is known yet, so there is none.';
  const told = `Score ${points(score)}, ${surely(confidence)}.`;
  return low_evidence ? `${told} That is too little for it to mean much.` : told;
}

function Judged({ of: { at, days, moved, q } }: { of: Outlook }) {
  return (
    <>
      Judged <When at={at} /> from {plural(days, 'day')} of its past
      {q !== null && (
        <>
          {', '}
          <span title={aboutQ(moved)}>
            {moved && `its movement over ${moved.days} days has `}q {small(q)}
          </span>
        </>
      )}
      .
    </>
  );
}

/** Also where a panel beside it waits for the same. */
export function Unjudged({ query }: { query: { error: unknown; refetch: () => unknown } }) {
  if (notJudged(query.error)) return <Empty title="Not judged yet">{asProblem(query.error).message}</Empty>;
  return <Failure error={query.error} onRetry={() => void query.refetch()} />;
}
