import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

import { told } from '@/components/toast';
import type { Export, ExportFile } from '@/lib/schema';

import { fetchFile } from './ExportFiles';
import { useFetchFiles } from './queries';

interface DownloadProps {
  row: Export;
  size?: 'compact-sm' | 'sm';
  /** There are several: they are shown, to be fetched one by one. */
  onFiles: (files: ExportFile[]) => void;
}

export function Download({ row, size = 'compact-sm', onFiles }: DownloadProps) {
  const files = useFetchFiles();
  return (
    <Button
      size={size}
      leftSection={<IconDownload size={15} aria-hidden />}
      loading={files.isPending}
      onClick={() => {
        files.mutate(row.id, {
          onSuccess: (detail) => {
            const [first, ...others] = detail.files;
            if (first === undefined) told('Its files are gone: an export is kept for a week.');
            else if (others.length === 0) fetchFile(first);
            else onFiles(detail.files);
          },
        });
      }}
    >
      Download
    </Button>
  );
}
