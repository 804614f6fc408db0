import { Anchor, Button, Group, Kbd, Paper, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { IconCheck, IconChevronRight, IconKeyboard, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { useRights } from '@/lib/context';
import { count } from '@/lib/format';
import { pathOf, useKept } from '@/lib/kept';
import type { Design } from '@/lib/schema';

import { Canvas } from './Canvas';
import type { Verdict } from './decide';
import { KeysHelp } from './KeysHelp';
import { Lightbox } from './Lightbox';
import { artOf } from './pictures';
import { RejectModal } from './RejectModal';
import classes from './review.module.css';
import { ReviewEnd } from './ReviewEnd';
import { ReviewFacts } from './ReviewFacts';
import type { ReviewSearch } from './search';
import { usePressed } from './usePressed';
import { useReview } from './useReview';

interface ReviewProps {
  search: ReviewSearch;
  onOpen: (design: Design) => void;
  onLeave: () => void;
}

/** One waiting design after the other, each decided with a key or a thumb. */
export function Review({ search, onOpen, onLeave }: ReviewProps) {
  const review = useReview(search);
  const { work } = useRights();
  const [rejecting, setRejecting] = useState<Design[] | null>(null);
  const [zoomed, setZoomed] = useState(false);
  const [help, setHelp] = useState(false);
  const { design } = review;

  const say = (verdict: Verdict) => {
    if (!design || !work) return;
    if (verdict === 'rejected') setRejecting([design]);
    else review.decide(design, 'approved');
  };
  usePressed({
    onMove: (move) => {
      const by = move === 'next' || move === 'right' ? 1 : move === 'back' || move === 'left' ? -1 : null;
      if (by !== null) review.turn(by);
      return by !== null;
    },
    onAct: (act) => {
      if (act === 'approve') say('approved');
      else if (act === 'reject') say('rejected');
      else if (act === 'help') setHelp(true);
      else if (act === 'leave') onLeave();
      else if (act === 'zoom' && design) setZoomed(true);
      else return false;
      return true;
    },
  });

  if (review.query.isPending) return <Skeleton h={560} radius="lg" role="status" aria-label="Loading" />;
  if (review.query.isError && !design) {
    return <Failure error={review.query.error} onRetry={() => void review.query.refetch()} />;
  }
  return (
    <>
      {design ? (
        <>
          <Standing review={review} onHelp={setHelp} />
          <div className={classes.review}>
            <Paper className={classes.art} shadow="sm" component="section" aria-label="Art">
              <Canvas key={pathOf(design.art_url ?? design.id)} picture={artOf(design)} />
              {review.next && <Ahead key={review.next.id} src={review.next.art_url} />}
            </Paper>
            <Stack gap="lg" miw={0}>
              <ReviewFacts design={design} onOpen={onOpen} />
              {work && <Answers onSay={say} onSkip={review.left > 1 ? review.turn : null} />}
            </Stack>
          </div>
        </>
      ) : (
        <ReviewEnd tally={review.tally} search={search} />
      )}
      <RejectModal
        designs={rejecting}
        onReject={(reason) => {
          setRejecting(null);
          if (rejecting?.[0]) review.decide(rejecting[0], 'rejected', reason);
        }}
        onClose={() => {
          setRejecting(null);
        }}
      />
      <Lightbox
        pictures={design ? [artOf(design)] : []}
        at={zoomed && design ? 0 : null}
        onAt={() => {
          setZoomed(false);
        }}
      />
      <KeysHelp
        opened={help}
        where="review"
        onClose={() => {
          setHelp(false);
        }}
      />
    </>
  );
}

/** The next picture, fetched while this one is looked at. */
function Ahead({ src }: { src: string | null }) {
  const { shown, onError } = useKept(src);
  return shown !== null && <img src={shown} alt="" hidden onError={onError} />;
}

/** "3 of 12", and how much of it is done. */
function Standing({ review, onHelp }: { review: ReturnType<typeof useReview>; onHelp: (on: boolean) => void }) {
  const { place, total, decided } = review;
  return (
    <div>
      <Group justify="space-between" gap="sm" mb={6}>
        <Text fw={600} className="num" role="status">
          {count(place)} of {count(total)}
          {review.more && '+'}
        </Text>
        <Group gap="md">
          <Text size="sm" c="dimmed" className="num">
            {count(review.tally.approved)} approved, {count(review.tally.rejected)} rejected
          </Text>
          <Anchor
            component="button"
            type="button"
            size="sm"
            visibleFrom="sm"
            onClick={() => {
              onHelp(true);
            }}
          >
            <IconKeyboard size={16} aria-hidden style={{ verticalAlign: -3 }} /> Keys
          </Anchor>
        </Group>
      </Group>
      <Progress size={5} radius="xl" color="pine.4" value={(decided / total) * 100} aria-label="Decided" />
    </div>
  );
}

interface AnswersProps {
  onSay: (verdict: Verdict) => void;
  /** Null: there is nothing to skip to. */
  onSkip: ((by: 1) => void) | null;
}

function Answers({ onSay, onSkip }: AnswersProps) {
  const hint = (key: string) => (
    <Kbd size="xs" className={classes.hint} aria-hidden>
      {key}
    </Kbd>
  );
  return (
    <div className={classes.answers}>
      <Button
        size="md"
        leftSection={<IconCheck size={18} aria-hidden />}
        rightSection={hint('A')}
        onClick={() => {
          onSay('approved');
        }}
      >
        Approve
      </Button>
      <Button
        size="md"
        variant="default"
        leftSection={<IconX size={18} aria-hidden />}
        rightSection={hint('R')}
        onClick={() => {
          onSay('rejected');
        }}
      >
        Reject
      </Button>
      <Button
        size="md"
        variant="subtle"
        color="gray"
        disabled={onSkip === null}
        rightSection={<IconChevronRight size={17} aria-hidden />}
        onClick={() => onSkip?.(1)}
      >
        Skip
      </Button>
      <Link to="/designs" search={{ status: 'waiting' }} className={classes.way}>
        See all that wait
      </Link>
    </div>
  );
}
