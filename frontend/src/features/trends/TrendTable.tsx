import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { type Column, SortHeading } from '@/components/SortHeading';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import offerClasses from '@/features/offers/offers.module.css';
import { count, money } from '@/lib/format';
import type { Trend, TrendSort } from '@/lib/schema';

import { Chips } from './Chips';
import { PartBar } from './Parts';
import { ScoreRing } from './ScoreRing';
import { PARTS, placesSaid, priceRange } from './score';
import classes from './trends.module.css';

interface TrendTableProps {
  trends: Trend[];
  sort: TrendSort;
  onSort: (sort: TrendSort) => void;
}

const COLUMNS: Column<TrendSort>[] = [
  { name: 'Score', sorts: ['-overall'] },
  { name: 'Trend', sorts: ['name'] },
  { name: 'Demand', sorts: ['-demand'] },
  { name: 'Growth', sorts: ['-growth'] },
  { name: 'Competition', note: 'low is good', sorts: ['competition', '-competition'] },
  { name: 'Profitability', sorts: ['-profitability'] },
  { name: 'Offers', sorts: ['-offers_count'], right: true },
  { name: 'Price', note: 'average', right: true },
];

export function TrendTable({ trends, sort, onSort }: TrendTableProps) {
  const title = useMarketplaceTitle();
  return (
    <Table className={`${offerClasses.table ?? ''} ${classes.table ?? ''}`} aria-label="Trends" verticalSpacing={9}>
      <Table.Thead>
        <Table.Tr>
          {COLUMNS.map((column) => (
            <SortHeading key={column.name} column={column} sort={sort} onSort={onSort} />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {trends.map((trend) => (
          <Table.Tr key={trend.id} data-testid="trend">
            <Table.Td w={76}>
              <ScoreRing value={trend.overall} />
            </Table.Td>
            <Table.Td>
              <Link
                to="/trends/$trendId"
                params={{ trendId: trend.id }}
                className={`${offerClasses.title ?? ''} ${offerClasses.cover ?? ''}`}
              >
                {trend.name}
              </Link>
              <Chips trend={trend} />
            </Table.Td>
            {PARTS.map((part) => (
              <Table.Td key={part.name} w={108}>
                <PartBar part={part} value={trend[part.name]} />
              </Table.Td>
            ))}
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
        ))}
      </Table.Tbody>
    </Table>
  );
}
