import { Button, Group, NumberInput, SimpleGrid, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';

import { useDraft } from '@/lib/draft';
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
  const whole = LEADS.reduce((sum, lead) => sum + leadOf(times, lead), 0);
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md" verticalSpacing="sm">
        {LEADS.map((lead) => (
          <LeadField
            key={lead.name}
            lead={lead}
            days={leadOf(times, lead)}
            onDays={(days) => {
              onTimes(calendarSearch({ ...times, [lead.name]: days }));
            }}
          />
        ))}
      </SimpleGrid>
      <Group justify="space-between" mt="sm" gap="sm" mih={28}>
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

interface LeadFieldProps {
  lead: (typeof LEADS)[number];
  days: number;
  onDays: (days: string) => void;
}

function LeadField({ lead: { title, about }, days, onDays }: LeadFieldProps) {
  const field = useDraft(String(days), onDays);
  const settle = useDebouncedCallback(field.send, WAIT_MS);
  return (
    <NumberInput
      label={title}
      description={about}
      size="sm"
      min={0}
      max={MOST_DAYS}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      suffix=" days"
      value={field.draft}
      onChange={(written) => {
        field.write(String(written));
        if (written !== '') settle(String(written));
      }}
    />
  );
}
