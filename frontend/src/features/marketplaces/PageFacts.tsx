import { Alert, Stack } from '@mantine/core';
import { IconBan, IconX } from '@tabler/icons-react';

import { type FactRow, Facts } from '@/components/Facts';
import { CopyText } from '@/components/CopyText';
import { TextLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { count, size } from '@/lib/format';
import type { ArchivedPage } from '@/lib/schema';

import { useHealth, useMarketplaceTitle } from './queries';
import classes from './PageFacts.module.css';

/** Where a page came from and what became of it: what every number read from it stands on. */
export function PageFacts({ page }: { page: ArchivedPage }) {
  const title = useMarketplaceTitle();
  const { data: health } = useHealth(page.marketplace);
  const older = health !== undefined && page.parser_version < health.parser_version;
  const facts: FactRow[] = [
    ['Source', <Source key="source" name={page.marketplace} title={title(page.marketplace)} />],
    ['Fetched', <When key="fetched" at={page.fetched_at} />],
    ['Offers on it', count(page.offers_found)],
    ['Reader', `Version ${page.parser_version}${older ? `; ${health.parser_version} is in use now` : ''}`],
    ['Size', page.sha256 === null ? 'Nothing was sent' : size(page.size)],
    ['Kind', page.content_type || '–'],
    ['Task', page.task_id === null ? 'Not of a task' : <Task key="task" id={page.task_id} />],
  ];
  return (
    <Stack gap="lg">
      {page.reason !== null && (
        <Alert
          color={page.outcome === 'blocked' ? 'saffron' : 'madder'}
          icon={page.outcome === 'blocked' ? <IconBan aria-hidden /> : <IconX aria-hidden />}
          title={page.outcome === 'blocked' ? 'Why it was blocked' : 'Why it gave nothing'}
        >
          {page.reason}
        </Alert>
      )}
      <Panel title="Provenance" about="The page as it was sent, and what became of it.">
        <Stack gap="lg">
          <div>
            <div className={classes.term}>Address</div>
            <CopyText label="Address" text={page.url} quiet />
          </div>
          <div>
            <div className={classes.term}>SHA-256 of its bytes</div>
            {page.sha256 === null ? 'Nothing was sent.' : <CopyText label="Digest" text={page.sha256} quiet />}
          </div>
          <Facts facts={facts} least={150} />
        </Stack>
      </Panel>
    </Stack>
  );
}

function Source({ name, title }: { name: string; title: string }) {
  return (
    <TextLink to="/sources/$source" params={{ source: name }}>
      {title}
    </TextLink>
  );
}

function Task({ id }: { id: string }) {
  return (
    <TextLink to="/tasks/$taskId" params={{ taskId: id }}>
      Task {id.slice(-6)}
    </TextLink>
  );
}
