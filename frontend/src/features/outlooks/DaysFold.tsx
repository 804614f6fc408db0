import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import { ScrollRegion } from '@/components/ScrollRegion';
import { failed } from '@/components/toast';
import { count, plural } from '@/lib/format';
import { saveCsv } from '@/lib/save';

import classes from './outlooks.module.css';

/** More days than this a table does not show. */
export const MOST_DAYS = 400;

interface DaysFoldProps {
  days: number;
  /** What the file is called, and whose days they are. */
  file: string;
  name: string;
  csv: () => Promise<string[]>;
  /** The table, told only when it is wanted. */
  children: ReactNode;
}

/** Days behind a button, and the same as a file. */
export function DaysFold({ days, file, name, csv, children }: DaysFoldProps) {
  const [opened, setOpened] = useState(false);
  return (
    <div>
      <Group gap={4} ml={-8}>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={opened}
          onClick={() => {
            setOpened(!opened);
          }}
        >
          {opened ? 'Hide the days' : `Show ${said(days)} as a table`}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => {
            csv().then((lines) => {
              saveCsv(lines, `${file}-${name.replaceAll(/[^\w-]+/g, '-').slice(0, 60)}`);
            }, failed);
          }}
        >
          Save days as CSV
        </Button>
      </Group>
      {opened && (
        <ScrollRegion label="Days" className={classes.days}>
          {children}
        </ScrollRegion>
      )}
    </div>
  );
}

function said(days: number): string {
  return days > MOST_DAYS ? `the last ${count(MOST_DAYS)} of ${plural(days, 'day')}` : plural(days, 'day');
}
