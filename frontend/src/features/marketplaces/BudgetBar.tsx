import { Group, Progress, Text } from '@mantine/core';

import { count } from '@/lib/format';

import { spentShare } from './health';

interface BudgetBarProps {
  name: string;
  part: number;
  whole: number | null;
}

/** Pages used today, of how many may be. Where there is no end, only the number is told. */
export function BudgetBar({ name, part, whole }: BudgetBarProps) {
  const share = spentShare(part, whole);
  const said = whole === null ? `${count(part)}, no limit` : `${count(part)} of ${count(whole)}`;
  return (
    <div>
      <Group justify="space-between" mb={share === null ? 0 : 6} gap="sm">
        <Text size="sm" c="dimmed">
          {name}
        </Text>
        <Text size="sm" fw={550} className="num">
          {said}
        </Text>
      </Group>
      {share !== null && (
        <Progress.Root size={6} radius="xl">
          <Progress.Section
            value={share}
            color={share >= 90 ? 'madder.5' : 'pine.4'}
            withAria={false}
            role="progressbar"
            aria-label={`${name}: pages today`}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(share)}
            aria-valuetext={said}
          />
        </Progress.Root>
      )}
    </div>
  );
}
