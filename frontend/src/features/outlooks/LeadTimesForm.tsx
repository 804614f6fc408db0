import { Button, Group, NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

import { plural } from '@/lib/format';
import type { LeadTimes } from '@/lib/schema';

import { calendarSearch, leadOf, LEADS, MOST_DAYS } from './calendarSearch';

const WAIT_MS = 350;

interface LeadTimesFormProps {
  times: LeadTimes;
  onTimes: (next: LeadTimes) => void;
}

/** The days that each thing takes; the dates follow as they are written. */
export function LeadTimesForm({ times, onTimes }: LeadTimesFormProps) {
  // Begun anew when the address says something else, as a way back does.
  return <Fields key={JSON.stringify(times)} times={times} onTimes={onTimes} />;
}

function Fields({ times, onTimes }: LeadTimesFormProps) {
  const [written, setWritten] = useState<Record<string, number | string>>(() =>
    Object.fromEntries(LEADS.map((lead) => [lead.name, leadOf(times, lead)])),
  );
  const put = useDebouncedCallback((next: Record<string, number | string>) => {
    onTimes(calendarSearch(next));
  }, WAIT_MS);
  const whole = LEADS.reduce((sum, { name }) => sum + Number(written[name]), 0);
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md" verticalSpacing="sm">
        {LEADS.map(({ name, title, about }) => (
          <NumberInput
            key={name}
            label={title}
            description={about}
            size="sm"
            min={0}
            max={MOST_DAYS}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            suffix=" days"
            value={written[name] ?? 0}
            onChange={(value) => {
              const next = { ...written, [name]: value };
              setWritten(next);
              if (value !== '') put(next);
            }}
          />
        ))}
      </SimpleGrid>
      <Group justify="space-between" mt="sm" gap="sm">
        <Text size="sm" c="dimmed" className="num">
          {plural(whole, 'day')} before the peak, one has to begin.
        </Text>
        {Object.keys(times).length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              onTimes({});
            }}
          >
            As usual
          </Button>
        )}
      </Group>
    </>
  );
}
