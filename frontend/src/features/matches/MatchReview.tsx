import { Button, Group, Kbd, Progress, SegmentedControl, Skeleton, Stack, Switch, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconChevronRight, IconX } from '@tabler/icons-react';

import { Failure } from '@/components/Failure';
import { useRights } from '@/lib/context';
import { count } from '@/lib/format';
import { given } from '@/lib/search';

import { type PairAct, usePairKeys } from './keyboard';
import { PairView } from './PairView';
import classes from './matches.module.css';
import { ReviewEnd } from './ReviewEnd';
import type { MatchSearch } from './search';
import { usePairReview } from './usePairReview';

interface MatchReviewProps {
  search: MatchSearch;
  onSearch: (next: MatchSearch) => void;
}

export function MatchFilters({ search, onSearch }: MatchReviewProps) {
  const put = (next: { [K in keyof MatchSearch]?: MatchSearch[K] | undefined }) => {
    onSearch(given<MatchSearch>({ verdict: search.verdict, of: search.of, ...next }));
  };
  return (
    <Group gap="lg">
      <SegmentedControl
        aria-label="Which pairs"
        data={[
          { value: 'maybe', label: 'Perhaps the same' },
          { value: 'same', label: 'Held for the same' },
        ]}
        value={search.verdict ?? 'maybe'}
        onChange={(value) => {
          put({ verdict: value === 'same' ? 'same' : undefined });
        }}
      />
      <Switch
        label="Only what our tasks saw"
        checked={search.of === undefined}
        onChange={(event) => {
          put({ of: event.currentTarget.checked ? undefined : 'everybody' });
        }}
      />
    </Group>
  );
}

/** One pair after the other, each answered with a key or a thumb. */
export function MatchReview({ search, onSearch }: MatchReviewProps) {
  const review = usePairReview(search);
  const { work } = useRights();
  const { pair } = review;
  const act = (what: PairAct) => {
    if (what === 'skip') review.skip();
    else if (!work) return;
    else if (what === 'undo') review.undo?.();
    else if (pair) review.say(pair, what);
  };
  usePairKeys(act);

  if (review.query.isPending || (review.query.isPlaceholderData && !pair)) {
    return <Skeleton h={460} radius="lg" role="status" aria-label="Loading" />;
  }
  if (review.query.isError && !pair) {
    return <Failure error={review.query.error} onRetry={() => void review.query.refetch()} />;
  }
  return (
    <Stack gap="md">
      {pair ? (
        <>
          <Standing review={review} />
          <PairView pair={pair} />
        </>
      ) : (
        <ReviewEnd tally={review.tally} search={search} onSearch={onSearch} />
      )}
      {work ? (
        <Answers onAct={act} asks={pair !== undefined} skips={review.left > 1} undoes={review.undo !== null} />
      ) : (
        pair && (
          <Text c="dimmed" size="sm">
            Your role is viewer. Members and owners say whether two offers are one product.
          </Text>
        )
      )}
    </Stack>
  );
}

/** "3 of 12", and how much of it is done. */
function Standing({ review }: { review: ReturnType<typeof usePairReview> }) {
  const { place, total, decided, tally } = review;
  return (
    <div>
      <Group justify="space-between" gap="sm" mb={6}>
        <Text fw={600} className="num" role="status">
          {count(place)} of {count(total)}
          {review.more && '+'}
        </Text>
        <Text size="sm" c="dimmed" className="num">
          {count(tally.same)} same, {count(tally.different)} different
        </Text>
      </Group>
      <Progress size={5} radius="xl" color="pine.4" value={(decided / total) * 100} aria-label="Decided" />
    </div>
  );
}

interface AnswersProps {
  onAct: (act: PairAct) => void;
  asks: boolean;
  skips: boolean;
  undoes: boolean;
}

function Answers({ onAct, asks, skips, undoes }: AnswersProps) {
  const hint = (key: string) => (
    <Kbd size="xs" className={classes.hint} aria-hidden>
      {key}
    </Kbd>
  );
  const does = (act: PairAct) => () => {
    onAct(act);
  };
  return (
    <div className={classes.answers} role="group" aria-label="Answers">
      {asks && (
        <>
          <Button
            size="md"
            leftSection={<IconCheck size={18} aria-hidden />}
            rightSection={hint('S')}
            onClick={does('same')}
          >
            Same
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconX size={18} aria-hidden />}
            rightSection={hint('D')}
            onClick={does('different')}
          >
            Different
          </Button>
        </>
      )}
      {(asks || undoes) && (
        <Button
          size="md"
          variant="subtle"
          color="gray"
          disabled={!undoes}
          leftSection={<IconArrowBackUp size={18} aria-hidden />}
          rightSection={hint('U')}
          onClick={does('undo')}
        >
          Undo
        </Button>
      )}
      {asks && (
        <Button
          size="md"
          variant="subtle"
          color="gray"
          disabled={!skips}
          leftSection={<IconChevronRight size={18} aria-hidden />}
          rightSection={hint('→')}
          onClick={does('skip')}
        >
          Skip
        </Button>
      )}
    </div>
  );
}
