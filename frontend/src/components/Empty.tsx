import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

import classes from './Empty.module.css';

/** Nothing here yet, and what to do about it. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" px="lg" py={40} ta="center">
      <span className={classes.weave} aria-hidden />
      <Title order={2} fz="h3">
        {title}
      </Title>
      {children && (
        <Text size="sm" c="dimmed" maw="44ch" component="div">
          {children}
        </Text>
      )}
      {action && <div style={{ marginTop: 10 }}>{action}</div>}
    </Stack>
  );
}
