import { Group, Skeleton, Stack, VisuallyHidden } from '@mantine/core';

/** A list that is on its way, in the shape it will have. */
export function Rows({ count = 5, tall = false }: { count?: number; tall?: boolean }) {
  return (
    <Stack gap={0} role="status">
      <VisuallyHidden>Loading</VisuallyHidden>
      {Array.from({ length: count }, (_, index) => (
        <Group
          key={index}
          px="md"
          py={tall ? 16 : 13}
          gap="md"
          wrap="nowrap"
          style={{ borderTop: index ? '1px solid var(--wl-line)' : 'none' }}
        >
          <Skeleton w={tall ? 48 : 28} h={tall ? 48 : 28} style={{ flex: 'none' }} />
          <Stack gap={8} style={{ flex: 1 }}>
            <Skeleton h={11} w={`${62 - ((index * 17) % 30)}%`} />
            <Skeleton h={9} w={`${34 - ((index * 11) % 16)}%`} />
          </Stack>
          <Skeleton h={11} w={64} />
        </Group>
      ))}
    </Stack>
  );
}
