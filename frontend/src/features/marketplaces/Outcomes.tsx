import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';

import { count, plural, portion } from '@/lib/format';
import type { Health, Outcome } from '@/lib/schema';

import { pagesIn, shareOf } from './health';
import { OutcomeBadge, outcomeMeaning, outcomeWord } from './OutcomeBadge';
import { PageRows } from './PageRows';
import { OUTCOMES, type OutcomeName } from './search';
import classes from './Outcomes.module.css';

interface OutcomesProps {
  health: Health;
  opened: OutcomeName | undefined;
  onOpen: (next: OutcomeName | undefined) => void;
}

/** How pages ended: the last day beside the week before. An outcome opens to its last pages. */
export function Outcomes({ health, opened, onOpen }: OutcomesProps) {
  const day = pagesIn(health.outcomes, 'day');
  const week = pagesIn(health.outcomes, 'week');
  return (
    <>
      <div className={classes.legend}>
        <span data-span="day">Last day, {plural(day, 'page')}</span>
        <span data-span="week">Seven days before, {plural(week, 'page')}</span>
      </div>
      {health.outcomes.map((outcome) => (
        <Row
          key={outcome.outcome}
          outcome={outcome}
          day={shareOf(health.outcomes, outcome.outcome, 'day')}
          week={shareOf(health.outcomes, outcome.outcome, 'week')}
          opened={opened === outcome.outcome}
          onToggle={(open) => {
            onOpen(open ? OUTCOMES.find((one) => one === outcome.outcome) : undefined);
          }}
        />
      ))}
    </>
  );
}

interface RowProps {
  outcome: Outcome;
  day: number | null;
  week: number | null;
  opened: boolean;
  onToggle: (open: boolean) => void;
}

function Row({ outcome, day, week, opened, onToggle }: RowProps) {
  const id = useId();
  const word = outcomeWord(outcome.outcome);
  return (
    <div className={classes.outcome}>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={opened}
        aria-controls={id}
        aria-label={`${word}: ${portion(day)} of the last day’s pages, ${portion(week)} of the week before. Last pages`}
        onClick={() => {
          onToggle(!opened);
        }}
      >
        <IconChevronRight size={15} aria-hidden />
        <OutcomeBadge outcome={outcome.outcome} />
        <span className={classes.bars} aria-hidden>
          <Bar span="day" share={day} pages={outcome.day} />
          <Bar span="week" share={week} pages={outcome.week} />
        </span>
      </UnstyledButton>
      <Collapse expanded={opened} id={id}>
        <Text size="sm" c="dimmed" px={20} pb="xs">
          {outcomeMeaning(outcome.outcome)} {outcome.last.length > 0 ? 'The last of them:' : 'There is none so far.'}
        </Text>
        {outcome.last.length > 0 && <PageRows pages={outcome.last} label={`Last pages: ${word}`} />}
      </Collapse>
    </div>
  );
}

function Bar({ span, share, pages }: { span: 'day' | 'week'; share: number | null; pages: number }) {
  return (
    <span className={classes.bar} data-span={span}>
      <span className={classes.track}>
        <span style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
      <span className="num">
        {portion(share)} <small>{count(pages)}</small>
      </span>
    </span>
  );
}
