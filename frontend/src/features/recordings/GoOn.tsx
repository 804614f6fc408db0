import { Button, FileButton, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';

import { useRights } from '@/lib/context';
import type { Recording } from '@/lib/schema';

import { useUploads } from './useUploads';

/** An upload that was interrupted, by a reload or another browser's end: with the same file it goes on. */
export function GoOn({ row }: { row: Recording }) {
  const { work } = useRights();
  const { uploads, add } = useUploads();
  if (!work) return null;
  if (uploads.some(({ id }) => id === row.id)) {
    return (
      <Text size="sm" c="dimmed">
        On its way, above
      </Text>
    );
  }
  return (
    <FileButton
      onChange={(file) => {
        if (file !== null) add(file, { transcriber: row.transcriber, language: row.language }, row.id);
      }}
      inputProps={{ 'aria-label': `The same file for ${row.name}` }}
    >
      {(props) => (
        <Button
          {...props}
          size="compact-sm"
          variant="default"
          leftSection={<IconUpload size={14} aria-hidden />}
          aria-label={`Choose it again: ${row.name}`}
        >
          Choose it again
        </Button>
      )}
    </FileButton>
  );
}
