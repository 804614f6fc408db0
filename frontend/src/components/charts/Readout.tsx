import { Text } from '@mantine/core';

import { day } from '@/lib/format';

import classes from './charts.module.css';
import { ThreadKey } from './Keys';
import { Tip } from './Reading';
import { ends, spotAt, type Thread } from './threads';

interface ReadoutProps {
  threads: Thread[];
  at: number;
  write: (value: number) => string;
  when?: (at: number) => string;
  left: number;
  width: number;
}

/** What each line knows of a day. A line that does not reach there has nothing to say. */
export function Readout({ threads, at, write, when = day, left, width }: ReadoutProps) {
  return (
    <Tip left={left} width={width}>
      <Text size="xs" c="dimmed">
        {when(at)}
      </Text>
      {threads.map((thread) => {
        const said = saidOf(thread, at, write);
        if (said === null) return null;
        return (
          <Text key={thread.name} size="xs" className="num" style={{ overflowWrap: 'anywhere' }}>
            <ThreadKey thread={thread} />{' '}
            <span className={classes.read}>
              {thread.title} <b>{said}</b>
            </span>
          </Text>
        );
      })}
    </Tip>
  );
}

/** "12, 8 to 20", "not known" in a gap; null where the line does not reach. */
function saidOf(thread: Thread, at: number, write: (value: number) => string): string | null {
  const spot = spotAt(thread, at);
  if (spot === null) return null;
  if (spot.value === null) return 'not known';
  const bounds = ends(spot);
  return bounds === null ? write(spot.value) : `${write(spot.value)}, ${write(bounds[0])} to ${write(bounds[1])}`;
}

/** The same for who hears it. */
export function readWords(
  threads: readonly Thread[],
  at: number,
  write: (value: number) => string,
  when: (at: number) => string = day,
): string {
  const said = threads.flatMap((thread) => {
    const value = saidOf(thread, at, write);
    return value === null ? [] : [`${thread.title} ${value}`];
  });
  return `${when(at)}: ${said.join('; ')}`;
}
