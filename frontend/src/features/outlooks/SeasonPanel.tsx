import { Skeleton, Text } from '@mantine/core';

import { Panel } from '@/components/Panel';
import { TextLink } from '@/components/links';
import { moment } from '@/lib/days';
import { day, portion } from '@/lib/format';
import type { Outlook } from '@/lib/schema';

import { useOutlook } from './queries';

/** Whether it comes back every year. Unknown is not the same as none. */
export function SeasonPanel({ id }: { id: string }) {
  const outlook = useOutlook(id);
  if (outlook.isError) return null;
  return (
    <Panel title="Season">{outlook.isPending ? <Skeleton h={48} /> : <Said season={outlook.data.season} />}</Panel>
  );
}

function Said({ season }: { season: Outlook['season'] }) {
  if (season === null) {
    return (
      <Text size="sm">
        <b>Unknown.</b> Two years of its past have to be known before a season can be told.
      </Text>
    );
  }
  if (season.every === null) {
    return (
      <Text size="sm">
        <b>None.</b> Two years of it are known, and nothing in them comes back with the year.
      </Text>
    );
  }
  return (
    <>
      <Text size="sm">
        <b>Every year</b>
        {typeof season.peak === 'string' && `, with its peak in ${season.peak}`}
        {typeof season.peak_on === 'string' && ` (last ${day(moment(season.peak_on))})`}.
        {typeof season.strength === 'number' && ` It explains ${portion(season.strength)} of all movement.`}
      </Text>
      <TextLink to="/trends/calendar" size="sm" mt={6} display="inline-block">
        When to begin with it
      </TextLink>
    </>
  );
}
