import { Text } from '@mantine/core';

import { LookBadge } from '@/components/LookBadge';

import { labelOf, LOOKS } from './labels';

/** Where something stands in its life. */
export function LabelBadge({ label }: { label: string | null }) {
  const known = labelOf(label);
  if (known !== null) return <LookBadge look={LOOKS[known]} />;
  return (
    <Text span size="xs" c="dimmed">
      {label ?? 'Not judged yet'}
    </Text>
  );
}
