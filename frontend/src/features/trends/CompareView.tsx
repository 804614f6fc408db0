import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import { plural } from '@/lib/format';

import { AddTrend } from './AddTrend';
import { CompareChart } from './CompareChart';
import { useCompared } from './compareQueries';
import { CompareTable } from './CompareTable';
import { compared, type CompareSearch, comparing, MOST } from './comparing';

interface CompareViewProps {
  search: CompareSearch;
  onSearch: (next: CompareSearch) => void;
}

export function CompareView({ search, onSearch }: CompareViewProps) {
  const { ids, strange, over } = compared(search);
  const { pending, known, gone, failed, retry } = useCompared(ids);
  const unknown = [...strange, ...gone];
  const keep = (wanted: readonly string[]) => {
    onSearch(comparing(wanted));
  };
  return (
    <Stack gap="lg">
      {over > 0 && (
        <Alert color="saffron" title={`${MOST} trends at most can be compared`} role="status">
          The address names {plural(over, 'more', 'more')}. These are the first {MOST}.
        </Alert>
      )}
      {unknown.length > 0 && (
        <Alert color="saffron" title={unknownWords(unknown.length)} role="status">
          <Group gap="sm" justify="space-between">
            <span style={{ overflowWrap: 'anywhere' }}>
              {unknown.join(', ')}. A trend that no offer speaks of any more is let go.
            </span>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                keep(ids.filter((id) => !gone.includes(id)));
              }}
            >
              Take out
            </Button>
          </Group>
        </Alert>
      )}
      {failed !== null && <Failure error={failed} onRetry={retry} />}
      {pending && <Skeleton h={known.length > 0 ? 40 : 420} radius="lg" role="status" aria-label="Loading" />}
      {!pending && known.length === 0 && failed === null && <NoneChosen />}
      {known.length > 0 && (
        <>
          <CompareChart compared={known} />
          <Panel
            flush
            title="Their numbers"
            action={
              <Group gap="xs">
                {ids.length < MOST && (
                  <AddTrend
                    ids={ids}
                    onAdd={(id) => {
                      keep([...ids, id]);
                    }}
                  />
                )}
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => {
                    keep([]);
                  }}
                >
                  Clear
                </Button>
              </Group>
            }
          >
            <CompareTable
              compared={known}
              onRemove={(id) => {
                keep(ids.filter((one) => one !== id));
              }}
            />
          </Panel>
        </>
      )}
    </Stack>
  );
}

function unknownWords(count: number): string {
  return count === 1 ? 'One of these trends is not known' : `${count} of these trends are not known`;
}

function NoneChosen() {
  return (
    <Empty title="Nothing to compare yet" action={<ButtonLink to="/trends">Choose trends</ButtonLink>}>
      Choose two to {MOST} trends on the board, then compare them. The address of the comparison can be shared.
    </Empty>
  );
}
