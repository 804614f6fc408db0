import { Text, Tooltip } from '@mantine/core';

import { words } from '@/lib/readable';
import type { Listing } from '@/lib/schema';

import classes from './Parts.module.css';
import { partsSaid, partWord } from './progress';

/** The calls of a publication, each a segment; read out as one sentence. */
export function Parts({ listing, quiet = false }: { listing: Pick<Listing, 'status' | 'parts'>; quiet?: boolean }) {
  const { parts } = listing;
  if (parts.length === 0) return null;
  const said = partsSaid(listing);
  return (
    <div className={classes.progress}>
      <div
        className={classes.segments}
        role="img"
        aria-label={`${said}: ${parts.map(({ name, status }) => `${words(name)} ${partWord(status)}`).join(', ')}`}
      >
        {parts.map(({ name, status }) => (
          <Tooltip key={name} label={`${words(name)}: ${partWord(status)}`}>
            <span data-status={status} />
          </Tooltip>
        ))}
      </div>
      {!quiet && (
        <Text size="xs" c="dimmed" className="num" mt={4} aria-hidden>
          {said}
        </Text>
      )}
    </div>
  );
}
