import { Button, Group, Text } from '@mantine/core';
import { IconRotateClockwise } from '@tabler/icons-react';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { Rows } from '@/components/Rows';
import { When } from '@/components/When';
import { useNetworkTitle } from '@/features/subjects/queries';
import { useRights } from '@/lib/context';
import { plural } from '@/lib/format';
import type { DeadLetter } from '@/lib/schema';

import classes from './dead_letters.module.css';
import { useDeadLetters, useRedrive } from './queries';

/** Posts whose mood could not be read however often it was tried, with the reason. */
export function DeadLetterList() {
  const { query, items } = useDeadLetters();
  const redrive = useRedrive();
  if (query.isPending) return <Rows count={4} tall />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return (
      <Empty title="Every post could be read">
        A post whose mood cannot be read is tried five times. Then it waits here, with the reason, and everything else
        goes on.
      </Empty>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label="Posts that could not be read">
        {items.map((row) => (
          <LetterRow
            key={row.id}
            row={row}
            busy={redrive.isPending && redrive.variables === row}
            onAgain={() => {
              redrive.mutate(row);
            }}
          />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="post" query={query} />
    </>
  );
}

function LetterRow({ row, busy, onAgain }: { row: DeadLetter; busy: boolean; onAgain: () => void }) {
  const { work } = useRights();
  const title = useNetworkTitle();
  return (
    <li className={classes.row} data-testid="dead-letter">
      <div className={classes.said}>
        <Text lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
          {row.text}
        </Text>
        <Text size="sm" c="var(--mantine-color-error)" style={{ overflowWrap: 'anywhere' }}>
          {row.reason ?? 'No reason was told.'}
        </Text>
        <Text size="sm" c="dimmed" className="num">
          {title(row.network)}, {plural(row.tries, 'try', 'tries')}, given up <When at={row.given_up_at} />
        </Text>
      </div>
      {work && (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            loading={busy}
            leftSection={<IconRotateClockwise size={14} aria-hidden />}
            onClick={onAgain}
          >
            Read again
          </Button>
        </Group>
      )}
    </li>
  );
}
