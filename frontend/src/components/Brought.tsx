import { Group, Paper, Stack } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';

import { Chip } from './Chip';
import { ListFailure } from './Failure';
import { LoadMore } from './LoadMore';
import { Rows } from './Rows';

interface BroughtProps {
  query: ComponentProps<typeof LoadMore>['query'] & {
    isPending: boolean;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  noun: string;
  shown: number;
  tools: ReactNode;
  /** What is said where there is nothing. */
  none: ReactNode;
  children: ReactNode;
}

/** A plain table of what the workspace has brought in, with its search above. It scrolls by itself where it is wide. */
export function Brought({ query, noun, shown, tools, none, children }: BroughtProps) {
  return (
    <Paper style={{ borderColor: 'var(--wl-line)', overflow: 'hidden' }} shadow="sm">
      <Stack gap="sm" p="lg">
        {tools}
      </Stack>
      {query.isPending && <Rows count={6} />}
      {query.error !== null && shown === 0 && <ListFailure query={query} />}
      {!query.isPending && query.error === null && shown === 0 && none}
      {shown > 0 && (
        <>
          {/* The region can be scrolled with the keyboard only when it can be focused. */}
          {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex */}
          <div tabIndex={0} role="region" aria-label={`Table of ${noun}s`} style={{ overflowX: 'auto' }}>
            {children}
          </div>
          <LoadMore auto shown={shown} noun={noun} query={query} />
        </>
      )}
    </Paper>
  );
}

/** The list is narrowed to what one import, or one page, brought: shown, and taken off, as a chip. */
export function OneSource({ said, onOff }: { said: string | null; onOff: () => void }) {
  if (said === null) return null;
  return (
    <Group gap="xs">
      <Chip said={said} onOff={onOff} />
    </Group>
  );
}
