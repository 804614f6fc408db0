import { ActionIcon, Badge, Button, Group, Tooltip } from '@mantine/core';
import { IconAdjustments, IconEyeOff, IconPlayerPause, IconPlayerPlay, IconRotateClockwise } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useRights } from '@/lib/context';

import { useRest } from './queries';
import classes from './WatchList.module.css';
import type { WatchRowProps } from './WatchRow';

/** What can be done with a watch as it stands. */
export function WatchActs({ row, slim, collecting, onCollect, onChange, onEnd }: WatchRowProps) {
  const rest = useRest();
  const { work, own } = useRights();
  if (!work) return null;
  const paused = row.paused_at !== null;
  const locked = row.past_robots && !own;
  return (
    <Group gap={6} wrap="nowrap" className={classes.acts}>
      {collecting ? (
        <Badge color="pine">Collecting</Badge>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRotateClockwise size={14} aria-hidden />}
          aria-label={`Collect now: ${row.target}`}
          onClick={() => {
            onCollect({ marketplace: row.marketplace, target: row.target, max_pages: row.max_pages });
          }}
        >
          Collect now
        </Button>
      )}
      {!slim && (
        <>
          <Act
            label={paused ? 'Resume' : 'Pause'}
            target={row.target}
            onClick={() => {
              rest.mutate({ row, pause: !paused });
            }}
          >
            {paused ? <IconPlayerPlay size={17} aria-hidden /> : <IconPlayerPause size={17} aria-hidden />}
          </Act>
          <Act
            label={locked ? 'Only an owner can change what goes past robots.txt' : 'Change'}
            target={row.target}
            disabled={locked}
            onClick={() => {
              onChange(row);
            }}
          >
            <IconAdjustments size={17} aria-hidden />
          </Act>
        </>
      )}
      <Act
        label="Stop watching"
        target={row.target}
        onClick={() => {
          onEnd(row);
        }}
      >
        <IconEyeOff size={17} aria-hidden />
      </Act>
    </Group>
  );
}

interface ActProps {
  label: string;
  target: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Act({ label, target, disabled = false, onClick, children }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${label} ${target}`}
        {...(disabled ? { 'data-disabled': true, 'aria-disabled': true } : { onClick })}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
