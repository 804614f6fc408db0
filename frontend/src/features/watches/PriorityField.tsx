import { Input, SegmentedControl } from '@mantine/core';

import type { Priority } from '@/lib/schema';

const PRIORITIES = [
  { value: 'low', label: 'Low' },
  { value: 'normal', label: 'Normal' },
  { value: 'high', label: 'High' },
] as const satisfies readonly { value: Priority; label: string }[];

interface PriorityFieldProps {
  value: Priority;
  onChange: (next: Priority) => void;
}

/** How urgent it is among the workspace's own. */
export function PriorityField({ value, onChange }: PriorityFieldProps) {
  return (
    <Input.Wrapper label="Priority" labelElement="div">
      <div style={{ marginTop: 4 }}>
        <SegmentedControl
          aria-label="Priority"
          data={PRIORITIES.map((one) => ({ ...one }))}
          value={value}
          onChange={(chosen) => {
            onChange(PRIORITIES.find((one) => one.value === chosen)?.value ?? 'normal');
          }}
        />
      </div>
    </Input.Wrapper>
  );
}
