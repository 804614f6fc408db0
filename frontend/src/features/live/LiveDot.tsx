import { Text, Tooltip, UnstyledButton } from '@mantine/core';

import { useReachable } from '@/lib/context';
import type { LiveStatus } from '@/lib/live';

import { useLiveStatus } from './context';
import classes from './LiveDot.module.css';

const WORDS: Record<LiveStatus | 'offline', [string, string]> = {
  live: ['Live', 'What changes shows up by itself.'],
  connecting: ['Connecting', 'Opening the live connection.'],
  reconnecting: [
    'Reconnecting',
    'The live connection dropped. Running tasks are asked for every few seconds meanwhile.',
  ],
  off: ['Not live', 'There is no live connection.'],
  offline: ['Offline', 'Wareloom cannot be reached. What you see may be out of date.'],
};

export function LiveDot() {
  const live = useLiveStatus();
  const state = useReachable() ? live : 'offline';
  const [word, meaning] = WORDS[state];
  return (
    <Tooltip label={meaning} multiline maw={240} position="right">
      <UnstyledButton
        component="span"
        tabIndex={0}
        className={classes.line}
        role="status"
        aria-label={`Connection: ${word}`}
        data-state={state}
        data-testid="live-status"
      >
        <span className={classes.dot} aria-hidden />
        <Text span size="xs" inherit={false}>
          {word}
        </Text>
      </UnstyledButton>
    </Tooltip>
  );
}
