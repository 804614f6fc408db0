import { Group } from '@mantine/core';

import { Empty } from '@/components/Empty';
import { ButtonLink } from '@/components/links';
import { plural } from '@/lib/format';

import { narrowed, type ReviewSearch } from './search';
import type { Tally } from './useReview';

/** Nothing waits any more: what came of it, and where to go on. */
export function ReviewEnd({ tally, search }: { tally: Tally; search: ReviewSearch }) {
  const { approved, rejected } = tally;
  const some = approved + rejected > 0;
  return (
    <Empty
      title={some ? 'That was the last one' : 'Nothing waits for you'}
      action={
        <Group gap="sm" justify="center">
          {approved > 0 && <ButtonLink to="/listings">See the listings</ButtonLink>}
          {narrowed(search) && (
            <ButtonLink to="/designs/review" search={{}} variant="default">
              Review all that wait
            </ButtonLink>
          )}
          <ButtonLink to="/designs" search={{}} variant="default">
            All designs
          </ButtonLink>
          {!some && <ButtonLink to="/runs">Start a run</ButtonLink>}
        </Group>
      }
    >
      {some
        ? `${plural(approved, 'design')} approved, ${plural(rejected, 'design')} rejected. What you approved is published now.`
        : 'Every design is decided. The next run brings new ones.'}
    </Empty>
  );
}
