import { Anchor, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

import { fileSize, plural } from '@/lib/format';
import type { ExportFile } from '@/lib/schema';

import classes from './exports.module.css';

/** The files that belong together, each to be fetched. */
export function ExportFiles({ files }: { files: ExportFile[] }) {
  return (
    <ul className={classes.files} aria-label="Files">
      {files.map((file) => (
        <li key={file.name}>
          <Anchor href={file.url} download={file.name} size="sm" style={{ overflowWrap: 'anywhere' }}>
            <IconDownload size={14} aria-hidden style={{ verticalAlign: -2 }} /> {file.name}
          </Anchor>
          <Text span size="xs" c="dimmed" className="num">
            {' '}
            {plural(file.rows, 'row')}, {fileSize(file.bytes)}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** As if its link had been clicked. */
export function fetchFile({ url, name }: ExportFile): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
