import { Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { type Column, SortHeading } from '@/components/SortHeading';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import offerClasses from '@/features/offers/offers.module.css';
import { Grew } from '@/features/outlooks/Grew';
import { LabelBadge } from '@/features/outlooks/LabelBadge';
import { LittleEvidence } from '@/features/outlooks/LittleEvidence';
import { count, money } from '@/lib/format';
import type { Trend, TrendSort } from '@/lib/schema';

import { Chips } from './Chips';
import { PartBar } from './Parts';
import { PickBox } from './PickBox';
import type { Picking } from './picking';
import { BOARD_PARTS, placesSaid, points, priceRange } from './score';
import { ScoreCell } from './ScoreCell';
import classes from './trends.module.css';

interface TrendTableProps {
  trends: Trend[];
  sort: TrendSort;
  onSort: (sort: TrendSort) => void;
  picking: Picking;
}

const COLUMNS: Column<TrendSort>[] = [
  { name: 'Score', sorts: ['-score'] },
  { name: 'Trend', sorts: ['name'] },
  { name: 'Growth', note: 'four weeks', sorts: ['-momentum'] },
  { name: 'Demand', sorts: ['-demand'] },
  { name: 'Competition', note: 'low is good', sorts: ['competition', '-competition'] },
  { name: 'Profitability', sorts: ['-profitability'] },
  { name: 'Classic score', sorts: ['-overall'], right: true },
  { name: 'Offers', sorts: ['-offers_count'], right: true },
  { name: 'Price', note: 'average', right: true },
];

export function TrendTable({ trends, sort, onSort, picking }: TrendTableProps) {
  return (
    <Table
      className={`${offerClasses.table ?? ''} ${classes.table ?? ''}`}
      aria-label="Trends"
      verticalSpacing={9}
      horizontalSpacing={12}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={36}>
            <VisuallyHidden>Selected</VisuallyHidden>
          </Table.Th>
          {COLUMNS.map((column) => (
            <SortHeading key={column.name} column={column} sort={sort} onSort={onSort} />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {trends.map((trend) => (
          <Row key={trend.id} trend={trend} picking={picking} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ trend, picking }: { trend: Trend; picking: Picking }) {
  const title = useMarketplaceTitle();
  return (
    <Table.Tr data-testid="trend" data-picked={picking.has(trend.id) || undefined}>
      <Table.Td>
        <PickBox trend={trend} picking={picking} />
      </Table.Td>
      <Table.Td w={76}>
        <ScoreCell trend={trend} />
      </Table.Td>
      <Table.Td>
        <Link
          to="/trends/$trendId"
          params={{ trendId: trend.id }}
          className={`${offerClasses.title ?? ''} ${offerClasses.cover ?? ''}`}
        >
          {trend.name}
        </Link>
        <Group gap={4} mt={4}>
          <LabelBadge label={trend.label} />
          <LittleEvidence of={trend} />
        </Group>
        <Chips trend={trend} />
      </Table.Td>
      <Table.Td miw={138}>
        <Grew trend={trend} />
      </Table.Td>
      {BOARD_PARTS.map((part) => (
        <Table.Td key={part.name} w={90}>
          <PartBar part={part} value={trend[part.name]} />
        </Table.Td>
      ))}
      <Table.Td className={offerClasses.right}>{points(trend.overall)}</Table.Td>
      <Table.Td className={offerClasses.right}>
        {count(trend.offers_count)}
        <Text size="xs" c="dimmed" className={classes.places} title={placesSaid(trend, title)}>
          {placesSaid(trend, title)}
        </Text>
      </Table.Td>
      <Table.Td className={offerClasses.right}>
        <span className={offerClasses.price}>{money(trend.price_avg, trend.currency)}</span>
        <Text size="xs" c="dimmed">
          {priceRange(trend) ?? 'no price told'}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
