import { Stack } from '@mantine/core';

import { type FactRow, Facts } from '@/components/Facts';
import { TextLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { count, lasted, plural } from '@/lib/format';
import { useNow } from '@/lib/now';
import { words } from '@/lib/readable';
import type { Task } from '@/lib/schema';

import { isOpen } from './queries';
import { rateInWords } from './rate';
import { TaskProgress } from './TaskProgress';
import { TaskReason } from './TaskReason';

export function TaskFacts({ task }: { task: Task }) {
  return (
    <Stack gap="lg">
      <TaskReason task={task} />
      <Panel title="What it brought">
        <Stack gap="lg">
          {isOpen(task) && <TaskProgress task={task} counts={false} />}
          <Facts least={130} facts={brought(task)} />
        </Stack>
      </Panel>
      <Panel title="How it went">
        <Facts least={130} facts={useCourse(task)} />
      </Panel>
    </Stack>
  );
}

function brought(task: Task): FactRow[] {
  const pages = count(task.pages_done);
  return [
    ['Pages read', task.pages_total === null ? pages : `${pages} of ${count(task.pages_total)}`],
    ['Pace', rateInWords(task) ?? '–'],
    ['Offers seen', count(task.offers_seen)],
    ['New', count(task.offers_new)],
    ['Changed', count(task.offers_changed)],
    ['Unchanged', count(task.offers_unchanged)],
    ['Rejected', count(task.offers_rejected)],
  ];
}

function useCourse(task: Task): FactRow[] {
  const title = useMarketplaceTitle();
  const actor = useActorName();
  const now = useNow();
  return [
    ['Marketplace', <Source key="source" name={task.marketplace} title={title(task.marketplace)} />],
    ['Started by', task.watch_id === null ? actor(task.started_by) : <Watched key="watch" />],
    ['Asked for', <When key="asked" at={task.created_at} />],
    ['Began', task.started_at === null ? 'Not yet' : <When key="began" at={task.started_at} />],
    ['Ended', task.ended_at === null ? 'Not yet' : <When key="ended" at={task.ended_at} />],
    ['Took', task.started_at === null ? '–' : lasted(task.started_at, task.ended_at ?? now)],
    ['Priority', words(task.priority)],
    ['Limits', limits(task)],
    ['robots.txt', task.past_robots ? 'Passed over, by an owner' : 'Respected'],
  ];
}

function limits({ max_pages, max_offers }: Task): string {
  const said = [
    max_pages === null ? null : plural(max_pages, 'page'),
    max_offers === null ? null : plural(max_offers, 'offer'),
  ].filter((one) => one !== null);
  return said.length === 0 ? 'None' : said.join(', ');
}

function Watched() {
  return (
    <>
      The schedule, for a{' '}
      <TextLink to="/watches" underline="always">
        watch
      </TextLink>
    </>
  );
}

function Source({ name, title }: { name: string; title: string }) {
  return (
    <TextLink to="/sources/$source" params={{ source: name }}>
      {title}
    </TextLink>
  );
}
