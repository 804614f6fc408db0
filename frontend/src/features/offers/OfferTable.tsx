import { Checkbox, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Picture } from '@/components/Picture';
import { SortHeading } from '@/components/SortHeading';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import type { Offer, OfferSort } from '@/lib/schema';

import { columnsOf, type OfferColumn } from './columns';
import classes from './offers.module.css';
import { PickBox } from './PickBox';
import type { Picking } from './picking';
import type { Density } from './remembered';

interface OfferTableProps {
  offers: Offer[];
  columns: string[];
  density: Density;
  sort: OfferSort;
  onSort: (sort: OfferSort) => void;
  /** Without it nothing can be chosen. */
  picking?: Picking;
}

export function OfferTable({ offers, columns: ids, density, sort, onSort, picking }: OfferTableProps) {
  const columns = columnsOf(ids);
  const tight = density === 'tight';
  return (
    <div className={classes.scroll}>
      <Table className={classes.table} aria-label="Offers" verticalSpacing={tight ? 3 : 9} horizontalSpacing={14}>
        <Table.Thead>
          <Table.Tr>
            {picking && <PickShown offers={offers} picking={picking} />}
            <Table.Th>Offer</Table.Th>
            {columns.map((column) => (
              <SortHeading key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {offers.map((offer) => (
            <Row key={offer.id} offer={offer} columns={columns} tight={tight} picking={picking} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function PickShown({ offers, picking }: { offers: Offer[]; picking: Picking }) {
  const chosen = offers.filter(({ id }) => picking.has(id)).length;
  return (
    <Table.Th w={42} pr={0}>
      <Checkbox
        size="sm"
        aria-label="Select all shown"
        checked={chosen > 0 && chosen === offers.length}
        indeterminate={chosen > 0 && chosen < offers.length}
        onChange={picking.toggleShown}
      />
    </Table.Th>
  );
}

interface RowProps {
  offer: Offer;
  columns: OfferColumn[];
  tight: boolean;
  picking: Picking | undefined;
}

function Row({ offer, columns, tight, picking }: RowProps) {
  const title = useMarketplaceTitle();
  return (
    <Table.Tr data-picked={picking?.has(offer.id) ? true : undefined}>
      {picking && (
        <Table.Td pr={0}>
          <PickBox offer={offer} picking={picking} />
        </Table.Td>
      )}
      <Table.Td miw={260}>
        <Group gap="sm" wrap="nowrap">
          <Picture src={offer.image_url} seed={offer.id} size={tight ? 28 : 44} />
          <div style={{ minWidth: 0 }}>
            <Link
              to="/offers/$offerId"
              params={{ offerId: offer.id }}
              data-offer={offer.id}
              className={`${classes.title ?? ''} ${classes.cover ?? ''} ${tight ? (classes.one ?? '') : ''}`}
            >
              {offer.title}
            </Link>
            {!tight && <Beneath offer={offer} columns={columns} />}
          </div>
        </Group>
      </Table.Td>
      {columns.map(({ id, right, cell }) => (
        <Table.Td key={id} className={right ? classes.right : classes.left}>
          {cell(offer, title)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** Who sells it and as what, unless columns of their own say so. */
function Beneath({ offer, columns }: Pick<RowProps, 'offer' | 'columns'>) {
  const has = (id: string) => columns.some((column) => column.id === id);
  const parts = [has('seller') ? null : offer.seller, has('category') ? null : offer.category];
  return (
    <Text size="xs" c="dimmed" truncate maw={420}>
      {parts.filter((part) => part !== null).join(', ')}
    </Text>
  );
}
