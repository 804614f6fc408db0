import { Collapse, NumberInput, SimpleGrid, Stack, UnstyledButton } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';

import classes from '@/components/disclosure.module.css';
import { PriorityField } from '@/features/watches/PriorityField';
import { RobotsField } from '@/features/watches/RobotsField';
import { MOST_OFFERS, MOST_PAGES } from '@/features/watches/wish';

import { limitsInWords, type WantedFields } from './wanted';

/** How urgent it is and how far it goes: out of the way until somebody wants it. */
export function Limits({ form }: { form: UseFormReturnType<WantedFields> }) {
  const [opened, setOpened] = useState(false);
  const id = useId();
  const faulty = form.errors.max_pages !== undefined || form.errors.max_offers !== undefined;
  const open = opened || faulty;
  return (
    <div>
      <UnstyledButton
        className={classes.more}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpened(!open);
        }}
      >
        <IconChevronRight size={15} aria-hidden />
        Priority and limits: {limitsInWords(form.values)}
      </UnstyledButton>
      <Collapse expanded={open} id={id}>
        <Stack gap="md" pt="sm">
          <PriorityField
            value={form.values.priority}
            onChange={(priority) => {
              form.setFieldValue('priority', priority);
            }}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" maw={480}>
            <NumberInput
              label="Pages at most"
              placeholder="To the end"
              min={1}
              max={MOST_PAGES}
              allowDecimal={false}
              {...form.getInputProps('max_pages')}
            />
            {form.values.keep === 'once' && (
              <NumberInput
                label="Offers at most"
                placeholder="All of them"
                min={1}
                max={MOST_OFFERS}
                allowDecimal={false}
                thousandSeparator=","
                {...form.getInputProps('max_offers')}
              />
            )}
          </SimpleGrid>
          <RobotsField
            value={form.values.past_robots}
            onChange={(past_robots) => {
              form.setFieldValue('past_robots', past_robots);
            }}
          />
        </Stack>
      </Collapse>
    </div>
  );
}
