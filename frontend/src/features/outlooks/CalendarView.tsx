import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import { told } from '@/components/toast';
import { plural } from '@/lib/format';
import { saveFile } from '@/lib/save';
import type { Launch, LeadTimes } from '@/lib/schema';

import { eventsIn, launchesIcs } from './ics';
import { LaunchList } from './LaunchList';
import { byHaste } from './launches';
import { LeadTimesForm } from './LeadTimesForm';
import { useCalendar } from './queries';
import { YearAhead } from './YearAhead';

interface CalendarViewProps {
  times: LeadTimes;
  onTimes: (next: LeadTimes) => void;
}

/** What comes back every year, and when one has to begin with it. */
export function CalendarView({ times, onTimes }: CalendarViewProps) {
  const calendar = useCalendar(times);
  const launches = byHaste(calendar.data ?? []);
  return (
    <Stack gap="lg">
      <Panel
        title="Lead times"
        about="How many days each takes here. The dates are counted back from the peak by them."
      >
        <LeadTimesForm times={times} onTimes={onTimes} />
      </Panel>
      {calendar.isPending && <Skeleton h={360} radius="lg" role="status" aria-label="Loading" />}
      {calendar.isError && !calendar.data && <Failure error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.data?.length === 0 && <NoneReturns />}
      {launches.length > 0 && (
        <>
          <Panel title="The coming year" about="From the day to begin with it until its peak.">
            <YearAhead launches={launches} />
          </Panel>
          <Panel flush title="What to do when" action={<SaveDates launches={launches} />}>
            <LaunchList launches={launches} />
          </Panel>
        </>
      )}
    </Stack>
  );
}

function SaveDates({ launches }: { launches: readonly Launch[] }) {
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconCalendarDown size={15} aria-hidden />}
      onClick={() => {
        const file = launchesIcs(launches, window.location.origin, new Date());
        saveFile(new Blob([file], { type: 'text/calendar;charset=utf-8' }), 'wareloom-calendar.ics');
        told(`${plural(eventsIn(file), 'date')} saved for a calendar.`);
      }}
    >
      Save dates (.ics)
    </Button>
  );
}

function NoneReturns() {
  return (
    <Panel title="The coming year">
      <Empty
        title="Nothing is known to come back every year"
        action={
          <Group justify="center">
            <ButtonLink to="/trends">All trends</ButtonLink>
            <ButtonLink to="/imports" variant="default">
              Import histories
            </ButtonLink>
          </Group>
        }
      >
        Two years of days have to be known of a trend before a season can be told from chance. They come by collecting,
        or at once with an import of offers’ histories; the next analysis then fills this calendar.
      </Empty>
    </Panel>
  );
}
