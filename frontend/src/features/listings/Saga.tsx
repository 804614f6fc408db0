import { Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconClock, IconLoader2 } from '@tabler/icons-react';

import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { lasted, plural } from '@/lib/format';
import { useNow } from '@/lib/now';
import { words } from '@/lib/readable';
import type { Listing, Part } from '@/lib/schema';

import { partsSaid, partWord } from './progress';
import classes from './Saga.module.css';

const ICONS = {
  ahead: IconClock,
  claimed: IconLoader2,
  waiting: IconClock,
  done: IconCheck,
  undone: IconArrowBackUp,
} as const;

/** The calls of its publication in their order, with when each was made and how often. */
export function Saga({ listing }: { listing: Listing }) {
  return (
    <Panel title="Publication" about={partsSaid(listing)}>
      <ol className={classes.saga} aria-label="Parts of its publication">
        {listing.parts.map((part) => (
          <Step key={part.name} part={part} />
        ))}
      </ol>
    </Panel>
  );
}

function Step({ part }: { part: Part }) {
  const Icon = ICONS[part.status];
  return (
    <li data-status={part.status}>
      <span className={classes.node}>
        <Icon size={14} stroke={2} aria-hidden className={part.status === 'claimed' ? classes.turning : undefined} />
      </span>
      <div>
        <Text fw={550}>
          {words(part.name)}
          <Text span inherit fw={400} c="dimmed">
            , {partWord(part.status)}
          </Text>
        </Text>
        <Times part={part} />
      </div>
    </li>
  );
}

function Times({ part }: { part: Part }) {
  const now = useNow();
  const { claimed_at: from, ended_at: to, tries } = part;
  if (from === null || part.status === 'ahead') return null;
  return (
    <Text size="sm" c="dimmed" className="num">
      {to === null ? (
        `For ${lasted(from, now)}`
      ) : (
        <>
          <When at={to} />, took {lasted(from, to)}
        </>
      )}
      {tries > 1 && `, ${plural(tries, 'try', 'tries')}`}
    </Text>
  );
}
