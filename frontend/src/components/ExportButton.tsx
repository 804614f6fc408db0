import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

import { plural } from '@/lib/format';
import { saveCsv } from '@/lib/save';

import { failed, told } from './toast';

interface ExportButtonProps {
  /** What a line of the file is: "offer". */
  noun: string;
  file: string;
  gather: (signal: AbortSignal, onRows: (rows: number) => void) => Promise<string[]>;
}

/** Fetches a whole result page by page, says how far it is, and saves it as a CSV file. */
export function ExportButton({ noun, file, gather }: ExportButtonProps) {
  const [rows, setRows] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const stop = new AbortController();
    running.current = stop;
    setRows(0);
    try {
      const lines = await gather(stop.signal, setRows);
      saveCsv(lines, file);
      told(`${plural(lines.length - 1, noun)} saved as CSV.`);
    } catch (error) {
      if (!stop.signal.aborted) failed(error);
    } finally {
      setRows(null);
    }
  };

  if (rows === null) {
    return (
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => void start()}>
        Export CSV
      </Button>
    );
  }
  return (
    <Group gap="sm" role="status">
      <Text size="sm" className="num">
        {plural(rows, 'row')}…
      </Text>
      <Button variant="default" onClick={() => running.current?.abort()}>
        Cancel export
      </Button>
    </Group>
  );
}
