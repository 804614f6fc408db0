import { Button, Center, Stack, Text, Title } from '@mantine/core';

import type { Problem } from '@/lib/problem';

import { Mark } from './Logo';
import classes from './Splash.module.css';

/** The moment before it is known who is there. It stays blank for the blink that this usually takes. */
export function Splash({ problem, onRetry }: { problem?: Problem; onRetry?: () => void }) {
  return (
    <Center mih="100dvh" p="lg">
      {problem ? (
        <Stack align="center" gap="md" maw={380} ta="center" role="alert">
          <span className={classes.mark}>
            <Mark size={36} />
          </span>
          <Title order={1} fz="h2">
            {problem.status === 0 ? 'Wareloom cannot be reached' : problem.title}
          </Title>
          <Text c="dimmed">{problem.message}</Text>
          <Button onClick={onRetry}>Try again</Button>
        </Stack>
      ) : (
        <span className={`${classes.mark ?? ''} ${classes.waiting ?? ''}`} role="status" aria-label="Loading">
          <Mark size={36} />
        </span>
      )}
    </Center>
  );
}
