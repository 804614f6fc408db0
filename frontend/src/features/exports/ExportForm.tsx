import { Alert, Button, Checkbox, Group, Input, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { asProblem } from '@/lib/problem';
import type { ExportFilter, ExportFormat, ExportWhat } from '@/lib/schema';

import { ColumnChoice } from './ColumnChoice';
import { useExportColumns, useStartExport } from './queries';
import { FORMATS, WHATS } from './words';

interface ExportFormProps {
  filter: ExportFilter;
  about: string;
  onMade: (id: string) => void;
}

export function ExportForm({ filter, about, onMade }: ExportFormProps) {
  const [what, setWhat] = useState<ExportWhat>('offers');
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [mark, setMark] = useState(true);
  const [columns, setColumns] = useState<string[] | null>(null);
  const known = useExportColumns(true);
  const start = useStartExport();
  const none = columns?.length === 0;
  return (
    <form
      noValidate
      aria-label="Export"
      onSubmit={(event) => {
        event.preventDefault();
        if (none) return;
        const byte_order_mark = format === 'csv' && mark;
        start.mutate(
          { what, format, columns, filter, byte_order_mark },
          {
            onSuccess: ({ id }) => {
              onMade(id);
            },
          },
        );
      }}
    >
      <Stack gap="md">
        {start.isError && (
          <Alert color="madder" role="alert">
            {asProblem(start.error).message}
          </Alert>
        )}
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {about}
        </Text>
        <Choice
          label="What"
          choices={WHATS}
          value={what}
          onValue={(next) => {
            setWhat(next);
            setColumns(null);
          }}
        />
        <Choice label="Format" choices={FORMATS} value={format} onValue={setFormat} />
        {format === 'csv' && (
          <Checkbox
            checked={mark}
            onChange={(event) => {
              setMark(event.currentTarget.checked);
            }}
            label="For spreadsheets"
            description="Begins with a byte-order mark, so that Excel reads every letter as it is."
          />
        )}
        <Input.Wrapper label="Columns" labelElement="div" styles={{ label: { fontWeight: 550 } }}>
          <ColumnChoice
            known={known.data?.[what]}
            chosen={columns}
            onChosen={setColumns}
            fault={none ? 'Choose at least one column.' : undefined}
          />
        </Input.Wrapper>
        <Group justify="flex-end">
          <Button type="submit" loading={start.isPending} disabled={none}>
            Export
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  choices: { value: T; label: string; about: string }[];
  value: T;
  onValue: (value: T) => void;
}

function Choice<T extends string>({ label, choices, value, onValue }: ChoiceProps<T>) {
  return (
    <Input.Wrapper label={label} labelElement="div" styles={{ label: { fontWeight: 550, marginBottom: 4 } }}>
      <SegmentedControl
        fullWidth
        aria-label={label}
        data={choices.map((one) => ({ value: one.value, label: one.label }))}
        value={value}
        onChange={onValue}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {choices.find((one) => one.value === value)?.about}
      </Text>
    </Input.Wrapper>
  );
}
