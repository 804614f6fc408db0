import { Button, Group, Progress, Stack, Text } from '@mantine/core';

import { fileSize } from '@/lib/format';

interface SendingProps {
  file: Pick<File, 'name' | 'size'>;
  /** How much has gone, from 0 to 1. */
  share: number;
  onCancel: () => void;
}

/** A file on its way. */
export function Sending({ file, share, onCancel }: SendingProps) {
  const gone = Math.round(share * 100);
  return (
    <Stack gap={8} role="status">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text fw={550} truncate miw={0}>
          {file.name}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          Cancel upload
        </Button>
      </Group>
      <Progress value={gone} size={8} radius="xl" color="pine.4" aria-label={`Upload of ${file.name}`} />
      <Text size="xs" c="dimmed" className="num">
        {gone < 100 ? `${gone} % of ${fileSize(file.size)}` : 'It is there. Looking into it…'}
      </Text>
    </Stack>
  );
}
