import { Button, Group, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';

import { failed } from '@/components/toast';
import tables from '@/components/table.module.css';
import { plural } from '@/lib/format';
import { saveCsv } from '@/lib/save';
import type { OfferDetail, Sighting } from '@/lib/schema';

import classes from './offer.module.css';
import { sightingsCsv } from './sightingsCsv';
import { SightingRow } from './SightingRow';
import type { Source } from './source';

const MOST = 500;

interface SightingsProps {
  offer: OfferDetail;
  sightings: Sighting[];
  onSource: (source: Source) => void;
}

/** The chart in words, and where each value comes from: the page that showed it. */
export function Sightings({ offer, sightings, onSource }: SightingsProps) {
  const [opened, setOpened] = useState(false);
  const rows = sightings.slice(-MOST).reverse();
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
          {opened ? 'Hide the sightings' : `Show ${plural(rows.length, 'sighting')} as a table`}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => {
            sightingsCsv(sightings).then((lines) => {
              saveCsv(lines, `history-${offer.external_id.replaceAll(/[^\w-]+/g, '-').slice(0, 60)}`);
            }, failed);
          }}
        >
          Save as CSV
        </Button>
      </Group>
      {opened && (
        // The region can be scrolled with the keyboard only when it can be focused.
        // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
        <div className={classes.sightings} tabIndex={0} role="region" aria-label="Sightings">
          <Table stickyHeader className={tables.table} verticalSpacing={6} fz="sm" aria-label="Sightings">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Seen</Table.Th>
                <Table.Th ta="right">Price</Table.Th>
                <Table.Th ta="right">List price</Table.Th>
                <Table.Th ta="right">Rating</Table.Th>
                <Table.Th ta="right">Reviews</Table.Th>
                <Table.Th ta="right">Rank</Table.Th>
                <Table.Th ta="right">Left</Table.Th>
                <Table.Th>Availability</Table.Th>
                <Table.Th>From</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <SightingRow key={row.seen_at} offer={offer} row={row} onSource={onSource} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </div>
  );
}
