import { Button, Group } from '@mantine/core';

import { Empty } from '@/components/Empty';
import { ButtonLink } from '@/components/links';
import { plural } from '@/lib/format';

import type { MatchSearch } from './search';
import type { Tally } from './usePairReview';

interface ReviewEndProps {
  tally: Tally;
  search: MatchSearch;
  onSearch: (next: MatchSearch) => void;
}

/** No pair asks any more: what was said, and where to go on. */
export function ReviewEnd({ tally, search, onSearch }: ReviewEndProps) {
  const some = tally.same + tally.different > 0;
  return (
    <Empty
      title={some ? 'That was the last pair' : 'No pair asks for you'}
      action={
        <Group gap="sm" justify="center">
          {search.of === undefined && (
            <Button
              variant="default"
              onClick={() => {
                onSearch({ ...search, of: 'everybody' });
              }}
            >
              Look at everybody’s pairs
            </Button>
          )}
          <ButtonLink to="/tasks" variant="default">
            Collect offers
          </ButtonLink>
        </Group>
      }
    >
      {some
        ? `${plural(tally.same, 'pair')} called the same, ${plural(tally.different, 'pair')} different. What you said holds in your workspace.`
        : 'When offers of several shops come in, those that may be one product are shown here, two by two.'}
    </Empty>
  );
}
