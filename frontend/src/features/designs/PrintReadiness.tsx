import { Badge, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';

import { Panel } from '@/components/Panel';
import { words } from '@/lib/readable';
import type { Readiness } from '@/lib/schema';

import classes from './view.module.css';

/** Whether it may be printed, product by product, and what would help where it may not. */
export function PrintReadiness({ readiness }: { readiness: Readiness[] }) {
  const ready = readiness.filter((one) => one.ready).length;
  return (
    <Panel
      flush
      title="Print readiness"
      about={
        readiness.length === 0
          ? 'It is checked as soon as the design is drawn.'
          : `Good for ${ready} of ${readiness.length} products. Judged by pixels that were really drawn.`
      }
    >
      <ul className={classes.products} aria-label="Products">
        {readiness.map((one) => (
          <Product key={one.product} one={one} />
        ))}
      </ul>
    </Panel>
  );
}

function Product({ one }: { one: Readiness }) {
  const Icon = one.ready ? IconCircleCheck : IconCircleX;
  return (
    <li data-ready={one.ready || undefined}>
      <Icon size={20} stroke={1.8} aria-hidden />
      <div>
        <Group gap="xs" justify="space-between">
          <Text fw={550}>{words(one.product)}</Text>
          <Badge color={one.ready ? 'pine' : 'madder'}>{one.ready ? 'Ready' : 'Not ready'}</Badge>
        </Group>
        <Text size="sm" c="dimmed" className="num">
          {one.area}, {one.effective_dpi} DPI
        </Text>
        {one.findings.map((finding, index) => (
          <Text key={index} size="sm" mt={4}>
            <IconAlertTriangle
              size={14}
              aria-label={words(finding.severity)}
              className={finding.severity === 'error' ? classes.error : classes.warning}
            />{' '}
            {finding.text}{' '}
            <Text span inherit c="dimmed">
              {finding.fix}
            </Text>
          </Text>
        ))}
      </div>
    </li>
  );
}
