import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Rows } from '@/components/Rows';
import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { count, fileSize, plural } from '@/lib/format';
import type { Import } from '@/lib/schema';

import classes from './imports.module.css';
import { ImportProgress } from './ImportProgress';
import { isAtWork, useImportKinds, useImports } from './queries';
import type { UploadSearch } from './search';
import { UploadBadge } from './UploadBadge';

interface ImportListProps {
  search: UploadSearch;
  onSearch: (next: UploadSearch) => void;
}

export function ImportList({ search, onSearch }: ImportListProps) {
  const { query, items } = useImports(search);
  if (query.isPending) return <Rows count={4} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return search.status === undefined ? (
      <Empty title="No imports yet">Choose a file above. What it says stays your workspace’s own.</Empty>
    ) : (
      <NoneFits
        title="No import is like that"
        all="Show all imports"
        onAll={() => {
          onSearch({});
        }}
      />
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label="Imports" aria-busy={query.isPlaceholderData}>
        {items.map((row) => (
          <ImportRow key={row.id} row={row} />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="import" query={query} />
    </>
  );
}

function ImportRow({ row }: { row: Import }) {
  const { data: kinds } = useImportKinds();
  const actor = useActorName();
  const kind = kinds?.find((one) => one.name === row.kind)?.title ?? row.kind;
  return (
    <li className={classes.row} data-testid="import" data-status={row.status}>
      <div style={{ minWidth: 0 }}>
        <Link to="/imports/$importId" params={{ importId: row.id }} className={classes.name}>
          {row.name}
        </Link>
        <Text size="sm" c="dimmed">
          {actor(row.uploaded_by)}, <When at={row.created_at} />, {kind},{' '}
          <span style={{ whiteSpace: 'nowrap' }}>{fileSize(row.size)}</span>
        </Text>
      </div>
      <div className={classes.middle}>{isAtWork(row) ? <ImportProgress row={row} /> : <Outcome row={row} />}</div>
      <UploadBadge status={row.status} tried={row.dry_run} />
    </li>
  );
}

function Outcome({ row }: { row: Import }) {
  if (row.status === 'waiting') return <Text size="sm">Look at it, and start it</Text>;
  const good = row.rows_new + row.rows_changed + row.rows_unchanged;
  return (
    <Text size="sm" className="num">
      {plural(good, 'good row')}
      <Text span c={row.rows_bad > 0 ? 'var(--mantine-color-error)' : 'dimmed'}>
        , {count(row.rows_bad)} bad
      </Text>
    </Text>
  );
}
