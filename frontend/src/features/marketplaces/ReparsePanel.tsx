import { Button, Group, Progress, Select, Stack, Text } from '@mantine/core';
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import classes from '@/components/progress.module.css';
import { count, plural } from '@/lib/format';
import type { Health } from '@/lib/schema';

import { pagesIn } from './health';
import type { Totals } from './slices';
import { useReparse } from './useReparse';

const DAY_MS = 86_400_000;
const SPANS = [
  { value: 'day', label: 'Of the last day', days: 1 },
  { value: 'week', label: 'Of the last eight days', days: 8 },
  { value: 'all', label: 'All that are kept', days: null },
] as const;
type Span = (typeof SPANS)[number];

/** An owner has archived pages read with today's reader, slice by slice. */
export function ReparsePanel({ health }: { health: Health }) {
  const reparse = useReparse(health.marketplace);
  const [span, setSpan] = useState<Span>(SPANS[0]);
  const { status } = reparse;
  return (
    <Panel
      title="Read archived pages again"
      about="With today’s reader, at the moments at which they were fetched. Nobody is asked for a page. A slice that is read twice is kept once."
    >
      <Stack gap="md">
        {status !== 'idle' && <Reached status={status} totals={reparse.totals} whole={expected(health, span)} />}
        {status === 'failed' && <Failure error={reparse.error} onRetry={reparse.goOn} />}
        <Group gap="sm" align="flex-end">
          <Select
            label="Pages"
            w={220}
            disabled={status === 'running'}
            data={SPANS.map(({ value, label }) => ({ value, label }))}
            value={span.value}
            onChange={(value) => {
              setSpan(SPANS.find((one) => one.value === value) ?? SPANS[0]);
            }}
          />
          {status === 'running' ? (
            <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={reparse.stop}>
              Stop
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => {
                reparse.start(span.days === null ? null : new Date(Date.now() - span.days * DAY_MS).toISOString());
              }}
            >
              Read again
            </Button>
          )}
          {status === 'stopped' && <Button onClick={reparse.goOn}>Go on from there</Button>}
        </Group>
        <Text size="sm" c="dimmed">
          It goes on while this page is open. Each slice is kept in the audit trail.
        </Text>
      </Stack>
    </Panel>
  );
}

/** How many pages there will be; null where nobody counted them. Those of which nothing was sent are not read. */
function expected({ outcomes }: Health, { days }: Span): number | null {
  if (days === null) return null;
  return pagesIn(outcomes, 'day') + (days > 1 ? pagesIn(outcomes, 'week') : 0);
}

const SAID = { running: 'Reading…', stopped: 'Stopped.', failed: 'It did not get further.', done: 'Done.' } as const;

interface ReachedProps {
  status: keyof typeof SAID;
  totals: Totals;
  whole: number | null;
}

function Reached({ status, totals, whole }: ReachedProps) {
  const share = shareRead(status, totals, whole);
  const pages = whole === null || status === 'done' ? count(totals.pages) : `${count(totals.pages)} of ${count(whole)}`;
  return (
    <div role="status">
      <Progress.Root size={8} radius="xl" className={share === null && status === 'running' ? classes.unknown : ''}>
        <Progress.Section
          value={share ?? 100}
          color={status === 'failed' ? 'madder.5' : 'pine.4'}
          withAria={false}
          role="progressbar"
          aria-label="Pages read again"
          aria-valuemin={0}
          aria-valuemax={100}
          {...(share === null ? {} : { 'aria-valuenow': Math.round(share) })}
          aria-valuetext={`${pages} pages`}
        />
      </Progress.Root>
      <Text size="sm" mt={6} className="num">
        {SAID[status]} {pages} pages, {plural(totals.offers, 'offer')}: {count(totals.new)} new, {count(totals.changed)}{' '}
        changed. {unreadInWords(totals)}
      </Text>
    </div>
  );
}

/** In percent; null while nobody knows how many there are. */
function shareRead(status: ReachedProps['status'], { pages }: Totals, whole: number | null): number | null {
  if (status === 'done') return 100;
  if (whole === null) return null;
  return whole === 0 ? 0 : Math.min(100, (pages / whole) * 100);
}

function unreadInWords({ unread, gone }: Totals): string {
  const said = [
    unread > 0 ? `${plural(unread, 'page')} gave nothing.` : '',
    gone > 0 ? `${plural(gone, 'page')} no longer in the archive.` : '',
  ];
  return said.filter(Boolean).join(' ');
}
