import { Group, Skeleton, Stack, Text } from '@mantine/core';

import { Panel } from '@/components/Panel';
import { TextLink } from '@/components/links';
import { count, plural } from '@/lib/format';
import type { Sales } from '@/lib/schema';

import classes from './outlooks.module.css';
import { useOutlook } from './queries';
import { factor, WAYS } from './sales';
import { amount } from './words';

/** How much of it is sold, as a range: nobody says it, and each way of telling errs in its own way. */
export function SalesPanel({ id }: { id: string }) {
  const outlook = useOutlook(id);
  if (outlook.isError) return null;
  return (
    <Panel title="Sold in four weeks">
      {outlook.isPending && <Skeleton h={120} />}
      {outlook.data?.sales === null && (
        <Text size="sm">
          <b>–</b> Not known: no reviews came, no shop counts what it sells, no rank was seen, and no stock fell.
        </Text>
      )}
      {outlook.data?.sales && <Range sales={outlook.data.sales} />}
    </Panel>
  );
}

function Range({ sales }: { sales: Sales }) {
  const { low, mid, high, ways, calibrated } = sales;
  return (
    <Stack gap="sm">
      <div>
        <Text fz={26} lh={1.2} fw={600} className="num">
          {amount(low)} to {amount(high)}
        </Text>
        <Text size="sm" c="dimmed">
          most likely about {amount(mid)}; in eight of ten cases it lies in between
        </Text>
      </div>
      <ul className={classes.ways} aria-label="How it is told">
        {ways.map((way) => (
          <li key={way.name}>
            <Group justify="space-between" gap="sm" wrap="nowrap">
              <Text span size="sm">
                By {WAYS[way.name] ?? way.name}
              </Text>
              <Text span size="sm" fw={550} className="num">
                {count(Math.round(way.units))}
              </Text>
            </Group>
            <Text size="xs" c="dimmed" className="num">
              {plural(way.sample, 'offer')}; may be off by {factor(way.deviation)} either way
            </Text>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        {calibrated
          ? 'Put right by what this workspace sold itself.'
          : 'Once this workspace has sales of its own, they will put the range right.'}
      </Text>
      <TextLink to="." hash="evidence" size="sm">
        The offers
      </TextLink>
    </Stack>
  );
}
