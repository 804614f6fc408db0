import { Group, Input, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';

import type { Pace } from './pace';

interface PaceFieldProps {
  value: Pace;
  onChange: (next: Pace) => void;
  error?: string | null;
}

/** Follow what moves, or every so many hours or days. */
export function PaceField({ value, onChange, error = null }: PaceFieldProps) {
  return (
    <Input.Wrapper label="Pace" labelElement="div" error={error}>
      <Stack gap="xs" mt={4} align="flex-start">
        <SegmentedControl
          aria-label="Pace"
          value={value.follows ? 'follow' : 'fixed'}
          onChange={(chosen) => {
            onChange({ ...value, follows: chosen === 'follow' });
          }}
          data={[
            { value: 'follow', label: 'Follow what moves' },
            { value: 'fixed', label: 'Always the same' },
          ]}
        />
        {value.follows ? (
          <Text size="sm" c="dimmed">
            More often while many offers change, less often while few do: from every hour to once a week.
          </Text>
        ) : (
          <Group gap="xs" wrap="nowrap">
            <Text size="sm">Every</Text>
            <NumberInput
              aria-label="How many"
              w={90}
              min={1}
              max={672}
              decimalScale={2}
              value={value.amount}
              onChange={(amount) => {
                onChange({ ...value, amount });
              }}
              error={error !== null}
            />
            <Select
              aria-label="Hours or days"
              w={110}
              data={[
                { value: 'hours', label: 'hours' },
                { value: 'days', label: 'days' },
              ]}
              value={value.unit}
              onChange={(unit) => {
                onChange({ ...value, unit: unit === 'days' ? 'days' : 'hours' });
              }}
            />
          </Group>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
