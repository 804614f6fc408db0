import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

import { failed, told } from '@/components/toast';
import { useApi } from '@/lib/context';
import { plural } from '@/lib/format';

import { gatherCsv } from './exportCsv';
import { offerPage } from './queries';
import type { OfferSearch } from './search';

const PAGE = 200;

export function ExportButton({ search, disabled }: { search: OfferSearch; disabled: boolean }) {
  const api = useApi();
  const [rows, setRows] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const stop = new AbortController();
    running.current = stop;
    setRows(0);
    try {
      const lines = await gatherCsv({
        page: (cursor, signal) => offerPage(api, search, PAGE, cursor, signal),
        signal: stop.signal,
        onRows: setRows,
      });
      save(new Blob(lines, { type: 'text/csv;charset=utf-8' }));
      told(`${plural(lines.length - 1, 'offer')} saved as CSV.`);
    } catch (error) {
      if (!stop.signal.aborted) failed(error);
    } finally {
      setRows(null);
    }
  };

  if (rows === null) {
    return (
      <Button
        variant="default"
        disabled={disabled}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => void start()}
      >
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

function save(file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `wareloom-offers-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  // The browser has its own hold on the file by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
