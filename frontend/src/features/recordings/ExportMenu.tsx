import { Button, Menu, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';

import { failed } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { saveFile } from '@/lib/save';
import type { Recording, TranscriptFormat } from '@/lib/schema';

const FORMATS: { format: TranscriptFormat; label: string; about: string }[] = [
  { format: 'srt', label: 'SRT', about: 'Subtitles for films' },
  { format: 'vtt', label: 'VTT', about: 'Subtitles for web pages' },
  { format: 'txt', label: 'TXT', about: 'The words alone' },
  { format: 'json', label: 'JSON', about: 'All there is to know' },
];

/** The transcript as a file, with what people put right. */
export function ExportMenu({ row }: { row: Recording }) {
  const api = useApi();
  const fetched = useMutation({
    mutationFn: (format: TranscriptFormat) =>
      got(
        api.GET('/api/v1/recordings/{recording_id}/transcript.{format}', {
          params: { path: { recording_id: row.id, format } },
          parseAs: 'blob',
        }),
      ),
    onSuccess: (content, format) => {
      saveFile(content, `${row.name.replace(/\.\w{2,4}$/, '')}.${format}`);
    },
    onError: failed,
  });
  return (
    <Menu position="bottom-end" shadow="md" width={230}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          loading={fetched.isPending}
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(({ format, label, about }) => (
          <Menu.Item
            key={format}
            rightSection={
              <Text size="xs" c="dimmed">
                {about}
              </Text>
            }
            onClick={() => {
              fetched.mutate(format);
            }}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
