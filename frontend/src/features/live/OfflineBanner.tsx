import { Button, Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { useOutside, useReachable } from '@/lib/context';

import classes from './OfflineBanner.module.css';

export function OfflineBanner() {
  const { reach } = useOutside();
  const reachable = useReachable();
  const queries = useQueryClient();
  const was = useRef(reachable);

  useEffect(() => {
    const look = () => void reach.probe();
    window.addEventListener('offline', look);
    window.addEventListener('online', look);
    return () => {
      window.removeEventListener('offline', look);
      window.removeEventListener('online', look);
    };
  }, [reach]);

  useEffect(() => {
    if (reachable && !was.current) void queries.refetchQueries({ type: 'active' });
    was.current = reachable;
  }, [reachable, queries]);

  if (reachable) return null;
  return (
    <Group className={classes.banner} role="alert" gap="sm" wrap="nowrap" justify="center">
      <IconPlugConnectedX size={18} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm">Wareloom cannot be reached. You see what was loaded before; it tries again by itself.</Text>
      <Button size="compact-sm" variant="white" color="dark" onClick={() => void reach.probe()}>
        Try now
      </Button>
    </Group>
  );
}
