import { ActionIcon, Group, Table, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { TextLink } from '@/components/links';
import { ScrollRegion } from '@/components/ScrollRegion';
import tables from '@/components/table.module.css';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { Grew } from '@/features/outlooks/Grew';
import { ThreadKey } from '@/components/charts/Keys';
import { LabelBadge } from '@/features/outlooks/LabelBadge';
import { LittleEvidence } from '@/features/outlooks/LittleEvidence';
import { lookOf } from '@/features/outlooks/measures';
import { PARTS } from '@/features/outlooks/parts';
import { amount, points, surely, UNKNOWN } from '@/features/outlooks/words';
import { count, money, rating } from '@/lib/format';

import classes from './Compare.module.css';
import type { ComparedTrend } from './compareQueries';
import { placesSaid, points as classic } from './score';

interface CompareTableProps {
  compared: readonly ComparedTrend[];
  onRemove: (id: string) => void;
}

const NAMES_WIDE = 120;
const COLUMN_WIDE = 158;

/** Their numbers side by side: a column for each. */
export function CompareTable({ compared, onRemove }: CompareTableProps) {
  const rows = useRows();
  return (
    <ScrollRegion label="Table of trends">
      <Table
        className={`${tables.table ?? ''} ${classes.table ?? ''}`}
        verticalSpacing={8}
        miw={NAMES_WIDE + COLUMN_WIDE * compared.length}
        aria-label="Compared trends"
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Trend</Table.Th>
            {compared.map(({ trend, place }) => (
              <Table.Th key={trend.id} scope="col">
                <Group gap={6} wrap="nowrap" align="flex-start" justify="space-between">
                  <span className={classes.named}>
                    <ThreadKey thread={{ name: trend.id, title: trend.name, ...lookOf(place) }} />
                    <TextLink to="/trends/$trendId" params={{ trendId: trend.id }} size="sm" fw={600}>
                      {trend.name}
                    </TextLink>
                  </span>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={24}
                    aria-label={`Remove ${trend.name}`}
                    onClick={() => {
                      onRemove(trend.id);
                    }}
                  >
                    <IconX size={14} aria-hidden />
                  </ActionIcon>
                </Group>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, cell]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              {compared.map((one) => (
                <Table.Td key={one.trend.id} className="num">
                  {cell(one)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

type Row = readonly [name: string, cell: (one: ComparedTrend) => ReactNode];

function useRows(): Row[] {
  const title = useMarketplaceTitle();
  return [
    ['Where it stands', ({ trend }) => <LabelBadge label={trend.label} />],
    ['Score', scoreOf],
    ['Growth, four weeks', ({ trend }) => <Grew trend={trend} />],
    ...PARTS.map((part): Row => [part.title, ({ outlook }) => points(outlook?.parts[part.name]?.value ?? null)]),
    ['Sold in four weeks', salesOf],
    ['Season', seasonOf],
    ['Classic score', ({ trend }) => classic(trend.overall)],
    ['Offers', ({ trend }) => count(trend.offers_count)],
    ['Marketplaces', ({ trend }) => placesSaid(trend, title)],
    ['Average price', ({ trend }) => money(trend.price_avg, trend.currency)],
    ['Average rating', ({ trend }) => rating(trend.rating_avg)],
    ['For whom', ({ trend }) => said(trend.audience)],
    ['In which style', ({ trend }) => said(trend.styles)],
  ];
}

function scoreOf({ trend }: ComparedTrend) {
  return (
    <>
      <b>{points(trend.score)}</b>
      <Text size="xs" c="dimmed">
        {surely(trend.confidence)}
      </Text>
      <LittleEvidence of={trend} />
    </>
  );
}

function salesOf({ outlook }: ComparedTrend): string {
  const sales = outlook?.sales;
  return sales ? `${amount(sales.low)} to ${amount(sales.high)}` : UNKNOWN;
}

function seasonOf({ outlook }: ComparedTrend): string {
  const season = outlook?.season;
  if (!season) return UNKNOWN;
  return season.every === null ? 'none' : (season.peak ?? 'every year');
}

function said(all: { word: string }[]): string {
  const words = all.slice(0, 3).map(({ word }) => word);
  return words.length === 0 ? UNKNOWN : words.join(', ');
}
