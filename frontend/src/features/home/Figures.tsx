import { Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { count } from '@/lib/format';

import classes from './home.module.css';
import type { Recent } from './recent';

/** Only what the API tells: a figure that may be larger than what was fetched says "at least". */
export function Figures({
  recent,
  watched,
  undecided,
}: {
  recent: Recent;
  watched: number | null;
  undecided: number | null;
}) {
  const least = recent.whole ? '' : 'at least ';
  const open = recent.running;
  return (
    <Paper component="section" aria-label="At a glance" className={classes.figures} shadow="sm">
      <Link to="/designs" search={{ status: 'waiting' }} className={classes.link}>
        <Figure
          value={undecided}
          name={undecided === 1 ? 'design waits for you' : 'designs wait for you'}
          lively={(undecided ?? 0) > 0}
        />
      </Link>
      <Figure value={open} name={open === 1 ? 'collection open' : 'collections open'} lively={open > 0} />
      <Figure value={watched} name={watched === 1 ? 'target watched' : 'targets watched'} />
      <Figure value={recent.fresh} name={`${least}new offers in 24 hours`} />
      <Figure value={recent.changed} name={`${least}changes in 24 hours`} />
      <Link to="/tasks" search={{ status: 'failed' }} className={classes.link}>
        <Figure value={recent.failed} name={`${least}failed in 24 hours`} bad={recent.failed > 0} />
      </Link>
    </Paper>
  );
}

function Figure({
  value,
  name,
  lively = false,
  bad = false,
}: {
  value: number | null;
  name: string;
  lively?: boolean;
  bad?: boolean;
}) {
  return (
    <div className={classes.figure}>
      <Text className={classes.value} {...(bad ? { c: 'var(--mantine-color-error)' } : {})}>
        {count(value)}
        {lively && <span className={classes.lively} aria-hidden />}
      </Text>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
    </div>
  );
}
