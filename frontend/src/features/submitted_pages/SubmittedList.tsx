import { Button, Text } from '@mantine/core';
import { IconRotateClockwise, IconX } from '@tabler/icons-react';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Rows } from '@/components/Rows';
import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { isAtWork } from '@/features/imports/queries';
import type { UploadSearch } from '@/features/imports/search';
import { UploadBadge } from '@/features/imports/UploadBadge';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { useRights } from '@/lib/context';
import type { SubmittedPage } from '@/lib/schema';

import { outcomeWords, reasonWords } from './outcome';
import { useSubmittedAct, useSubmittedPages } from './queries';
import classes from './submitted.module.css';

interface SubmittedListProps {
  search: UploadSearch;
  onSearch: (next: UploadSearch) => void;
}

/** The pages that were handed in, the newest first. */
export function SubmittedList({ search, onSearch }: SubmittedListProps) {
  const { query, items } = useSubmittedPages(search);
  if (query.isPending) return <Rows count={3} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return search.status === undefined ? (
      <Empty title="No pages yet">What you hand in above stands here with what was found in it.</Empty>
    ) : (
      <NoneFits
        title="No page is like that"
        all="Show all pages"
        onAll={() => {
          onSearch({});
        }}
      />
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label="Submitted pages" aria-busy={query.isPlaceholderData}>
        {items.map((page) => (
          <Row key={page.id} page={page} />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="page" query={query} />
    </>
  );
}

function Row({ page }: { page: SubmittedPage }) {
  const title = useMarketplaceTitle();
  const actor = useActorName();
  const outcome = outcomeWords(page);
  const reason = reasonWords(page);
  return (
    <li className={classes.row} data-testid="submitted" data-outcome={page.outcome}>
      <div style={{ minWidth: 0 }}>
        <Text fw={550} lineClamp={2} title={page.url} style={{ overflowWrap: 'anywhere' }}>
          {page.url}
        </Text>
        <Text size="sm" c="dimmed">
          {actor(page.uploaded_by)}, <When at={page.created_at} />, {title(page.marketplace)}
        </Text>
      </div>
      <UploadBadge status={page.status} />
      <div className={classes.acts}>
        <Acts page={page} />
      </div>
      {(outcome !== null || reason !== null) && (
        <div className={classes.outcome}>
          {outcome !== null && (
            <Text size="sm" className="num">
              {outcome}
            </Text>
          )}
          {reason !== null && (
            <Text size="sm" c={page.status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}>
              {reason}
              {page.retry_at !== null && isAtWork(page) && (
                <>
                  {' '}
                  It is tried again <When at={page.retry_at} />.
                </>
              )}
            </Text>
          )}
        </div>
      )}
    </li>
  );
}

function Acts({ page }: { page: SubmittedPage }) {
  const { work } = useRights();
  const cancel = useSubmittedAct('cancel');
  const retry = useSubmittedAct('retry');
  if (page.offers_found > 0) {
    return (
      <ButtonLink to="/claims" search={{ page_id: page.id }} size="compact-sm" variant="default">
        See its offers
      </ButtonLink>
    );
  }
  if (!work) return null;
  if (page.status === 'failed' || (page.status === 'cancelled' && page.started_at !== null)) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        loading={retry.isPending}
        leftSection={<IconRotateClockwise size={14} aria-hidden />}
        aria-label={`Retry ${page.url}`}
        onClick={() => {
          retry.mutate(page);
        }}
      >
        Retry
      </Button>
    );
  }
  if (page.status !== 'waiting' && page.status !== 'queued' && page.status !== 'running') return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={cancel.isPending}
      leftSection={<IconX size={14} aria-hidden />}
      aria-label={`Cancel ${page.url}`}
      onClick={() => {
        cancel.mutate(page);
      }}
    >
      Cancel
    </Button>
  );
}
