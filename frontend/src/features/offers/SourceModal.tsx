import { Alert, Anchor, Modal, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { CopyText } from '@/components/CopyText';
import { Failure } from '@/components/Failure';
import { TextLink } from '@/components/links';
import { When } from '@/components/When';
import { useArchivedPage } from '@/features/marketplaces/queries';
import { dateTime, fileSize, plural } from '@/lib/format';
import { words } from '@/lib/readable';
import type { ArchivedPage } from '@/lib/schema';

import { Fact } from './Fact';
import classes from './offers.module.css';
import type { Source, Witness } from './source';

/** Where a number comes from: the archived pages that told it, and their tasks. */
export function SourceModal({ source, onClose }: { source: Source | null; onClose: () => void }) {
  return (
    <Modal opened={source !== null} onClose={onClose} title="Where this comes from" size="lg">
      {source && (
        <Stack gap="lg">
          <Text fw={600} className="num">
            {source.about}
          </Text>
          {source.witnesses.map((witness) => (
            <Told key={witness.said} marketplace={source.marketplace} witness={witness} />
          ))}
        </Stack>
      )}
    </Modal>
  );
}

function Told({ marketplace, witness }: { marketplace: string; witness: Witness }) {
  const page = useArchivedPage(marketplace, witness.pageId);
  const task = page.data?.task_id ?? witness.taskId;
  return (
    <section aria-label={witness.said}>
      <Text size="sm" mb={8}>
        {witness.said} <b>{dateTime(witness.at)}</b> (<When at={witness.at} />)
        {task !== null && (
          <>
            , by{' '}
            <TextLink to="/tasks/$taskId" params={{ taskId: task }} fz="inherit">
              task {task.slice(-6)}
            </TextLink>
          </>
        )}
        {witness.pageId !== null && (
          <>
            , on{' '}
            <TextLink
              to="/sources/$source/pages/$pageId"
              params={{ source: marketplace, pageId: witness.pageId }}
              fz="inherit"
            >
              page {witness.pageId.slice(-6)}
            </TextLink>
          </>
        )}
      </Text>
      {witness.pageId === null && (
        <Text size="sm" c="dimmed">
          {task === null ? 'It came with an imported history: no page is kept of it.' : 'No page is kept of it.'}
        </Text>
      )}
      {page.isLoading && <Skeleton h={120} />}
      {page.isError && <Failure error={page.error} onRetry={() => void page.refetch()} />}
      {page.data && <PageFacts page={page.data} />}
    </section>
  );
}

function PageFacts({ page }: { page: ArchivedPage }) {
  const facts: [string, ReactNode][] = [
    ['Fetched', dateTime(page.fetched_at)],
    ['Came to', `${words(page.outcome)}, ${plural(page.offers_found, 'offer')}`],
    ['Read last by', `reader version ${page.parser_version}`],
    ['Kept as', `${fileSize(page.size)}, ${page.content_type}`],
  ];
  return (
    <>
      {page.reason !== null && (
        <Alert color="saffron" mb="sm">
          {page.reason}
        </Alert>
      )}
      <dl className={classes.facts} style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(190px, 1fr))' }}>
        <div style={{ gridColumn: '1 / -1' }}>
          <Fact name="Address">
            <Address url={page.url} />
          </Fact>
        </div>
        {facts.map(([name, said]) => (
          <Fact key={name} name={name}>
            {said}
          </Fact>
        ))}
        {page.sha256 !== null && (
          <div style={{ gridColumn: '1 / -1' }}>
            <Fact name="SHA-256 of its bytes">
              <CopyText quiet label="Digest" text={page.sha256} />
            </Fact>
          </div>
        )}
      </dl>
    </>
  );
}

function Address({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <>{url}</>;
  return (
    <Anchor href={url} target="_blank" rel="noopener noreferrer" size="sm" style={{ overflowWrap: 'anywhere' }}>
      {url}
    </Anchor>
  );
}
