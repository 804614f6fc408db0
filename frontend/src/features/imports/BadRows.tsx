import { Button, Code } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';

import { Failure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { failed } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { plural } from '@/lib/format';
import { saveFile } from '@/lib/save';
import type { Import } from '@/lib/schema';

import classes from './imports.module.css';
import { Problems } from './PreviewTable';
import { useBadRows } from './queries';

/** Rows that were left out, each with all that is wrong with it. */
export function BadRows({ row }: { row: Import }) {
  const { query, items } = useBadRows(row.id);
  return (
    <Panel flush title="Bad rows" about={`${plural(row.rows_bad, 'row')} left out.`} action={<Download row={row} />}>
      {query.isPending && <Rows count={3} />}
      {query.isError && items.length === 0 && (
        <div className={classes.inset}>
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.isSuccess && (
        <>
          <ul className={classes.list} aria-label="Bad rows">
            {items.map((bad) => (
              <li key={bad.row} className={classes.bad} data-testid="bad-row">
                <span className={`num ${classes.number ?? ''}`}>{bad.row}</span>
                <div style={{ minWidth: 0 }}>
                  <Problems problems={bad.problems} />
                  <Code fz="xs" className={classes.raw}>
                    {bad.raw}
                  </Code>
                </div>
              </li>
            ))}
          </ul>
          <LoadMore shown={items.length} noun="bad row" query={query} />
        </>
      )}
    </Panel>
  );
}

function Download({ row }: { row: Import }) {
  const api = useApi();
  const fetched = useMutation({
    mutationFn: () =>
      got(
        api.GET('/api/v1/imports/{import_id}/bad-rows.csv', {
          params: { path: { import_id: row.id } },
          parseAs: 'blob',
        }),
      ),
    onSuccess: (content) => {
      saveFile(content, `wareloom-bad-rows-${row.id.slice(-6)}.csv`);
    },
    onError: failed,
  });
  return (
    <Button
      size="xs"
      variant="default"
      loading={fetched.isPending}
      leftSection={<IconDownload size={15} aria-hidden />}
      onClick={() => {
        fetched.mutate();
      }}
    >
      Download CSV
    </Button>
  );
}
