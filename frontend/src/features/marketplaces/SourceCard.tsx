import { Badge, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { Failure } from '@/components/Failure';
import { plural, portion } from '@/lib/format';
import type { Health, Marketplace } from '@/lib/schema';

import { BudgetBar } from './BudgetBar';
import { pagesIn, readable, worse } from './health';
import { OfficialBadge } from './OfficialBadge';
import { useBudget, useHealth } from './queries';
import classes from './SourceCard.module.css';

/** A marketplace at a glance: how it is asked, what it costs today, whether something is wrong. */
export function SourceCard({ marketplace }: { marketplace: Marketplace }) {
  const health = useHealth(marketplace.name);
  const { data: budget } = useBudget(marketplace.name);
  return (
    <Paper component="li" className={classes.card} shadow="sm" data-testid="source">
      <Stack gap="sm" h="100%">
        <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <Title order={2}>
            <Link to="/sources/$source" params={{ source: marketplace.name }} className={classes.cover}>
              {marketplace.title}
            </Link>
          </Title>
          {health.data && <AlarmBadge health={health.data} />}
        </Group>
        <Text size="sm" c="dimmed">
          {marketplace.about}
        </Text>
        <Group gap={6} className={classes.badges}>
          <OfficialBadge marketplace={marketplace} />
        </Group>
        <div className={classes.bottom}>
          {health.isPending && <Skeleton h={20} />}
          {health.isError && !health.data && <Failure error={health.error} onRetry={() => void health.refetch()} />}
          {health.data && <Read health={health.data} />}
          {budget && (
            <BudgetBar
              name="Pages today"
              part={budget.pages_today}
              whole={budget.pages_per_day ?? budget.pages_per_day_of_all}
            />
          )}
        </div>
      </Stack>
    </Paper>
  );
}

export function AlarmBadge({ health }: { health: Health }) {
  const open = worse(health).length;
  if (open > 0) {
    return (
      <Badge color="madder" leftSection={<IconAlertTriangle size={13} aria-hidden />} style={{ flex: 'none' }}>
        {plural(open, 'alarm')}
      </Badge>
    );
  }
  if (pagesIn(health.outcomes, 'day') + pagesIn(health.outcomes, 'week') === 0) return null;
  return (
    <Badge color="pine" leftSection={<IconCircleCheck size={13} aria-hidden />} style={{ flex: 'none' }}>
      Well
    </Badge>
  );
}

function Read({ health: { outcomes } }: { health: Health }) {
  const pages = pagesIn(outcomes, 'day');
  const [now, before] = [readable(outcomes, 'day'), readable(outcomes, 'week')];
  return (
    <Text size="sm">
      {pages === 0 ? 'Not read in the last day' : `${portion(now)} of ${plural(pages, 'page')} read in the last day`}
      {before !== null && (
        <Text span inherit c="dimmed">
          , {portion(before)} the week before
        </Text>
      )}
    </Text>
  );
}
