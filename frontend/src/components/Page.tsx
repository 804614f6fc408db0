import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  title: string;
  /** What the browser's tab says, when it is not the heading. */
  tab?: string;
  about?: ReactNode;
  actions?: ReactNode;
  above?: ReactNode;
  children: ReactNode;
}

export function Page({ title, tab, about, actions, above, children }: PageProps) {
  const named = tab ?? title;
  useEffect(() => {
    document.title = `${named} · Wareloom`;
  }, [named]);
  return (
    <Stack gap="lg" maw={1280} mx="auto" w="100%">
      <Stack gap={6}>
        {above}
        <Group justify="space-between" align="flex-end" gap="md">
          <Stack gap={4} style={{ flex: '1 1 20rem', minWidth: 0 }}>
            <Title order={1} style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Title>
            {about && (
              <Text c="dimmed" maw="65ch" component="div">
                {about}
              </Text>
            )}
          </Stack>
          {actions}
        </Group>
      </Stack>
      {children}
    </Stack>
  );
}
