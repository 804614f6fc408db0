import { Select, SimpleGrid, Text, TextInput } from '@mantine/core';

import { words } from '@/lib/readable';
import type { ImportKind, ImportPreview } from '@/lib/schema';

import { type Source, sourceOf, withSource, type Wishes } from './wishes';

const NOWHERE = 'none';
const FIXED = 'fixed';
const COLUMN = 'column:';

interface MappingProps {
  kind: ImportKind;
  preview: ImportPreview;
  wishes: Wishes;
  onWishes: (next: Wishes) => void;
}

/** Which column tells which field. */
export function Mapping({ kind, preview, wishes, onWishes }: MappingProps) {
  const needed = new Set(kind.needs.flat());
  // What is needed, and what is told, before what nobody misses.
  const told = (name: string) => needed.has(name) || sourceOf(name, wishes, preview).from !== 'nowhere';
  const fields = [...kind.fields.filter(({ name }) => told(name)), ...kind.fields.filter(({ name }) => !told(name))];
  return (
    <div role="group" aria-label="Columns">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg" verticalSpacing="md">
        {fields.map((field) => (
          <Told
            key={field.name}
            field={field}
            needed={needed.has(field.name) ? (alone(kind, field.name) ? 'needed' : 'this or another is needed') : null}
            preview={preview}
            wishes={wishes}
            onWishes={onWishes}
          />
        ))}
      </SimpleGrid>
      {preview.ignored.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm" style={{ overflowWrap: 'anywhere' }}>
          Not used: {preview.ignored.join(', ')}
        </Text>
      )}
    </div>
  );
}

/** Nothing else would do in its stead. */
function alone(kind: ImportKind, name: string): boolean {
  return kind.needs.some((needs) => needs.length === 1 && needs[0] === name);
}

interface ToldProps extends Omit<MappingProps, 'kind'> {
  field: ImportKind['fields'][number];
  needed: string | null;
}

function Told({ field: { name, about }, needed, preview, wishes, onWishes }: ToldProps) {
  const source = sourceOf(name, wishes, preview);
  return (
    <div>
      <Select
        searchable
        label={words(name)}
        description={needed === null ? about : `${about} (${needed})`}
        inputWrapperOrder={['label', 'input', 'description']}
        data={[
          { value: NOWHERE, label: 'No column' },
          { value: FIXED, label: 'The same for every row' },
          ...preview.columns.map((column) => ({ value: `${COLUMN}${column}`, label: column })),
        ]}
        value={source.from === 'column' ? `${COLUMN}${source.column}` : source.from === 'fixed' ? FIXED : NOWHERE}
        onChange={(value) => {
          if (value !== null) onWishes(withSource(wishes, name, chosen(value), preview));
        }}
      />
      {source.from === 'fixed' && (
        <TextInput
          mt={6}
          maxLength={300}
          aria-label={`${words(name)} for every row`}
          placeholder="What holds for every row"
          value={source.value}
          onChange={(event) => {
            onWishes(withSource(wishes, name, { from: 'fixed', value: event.currentTarget.value }, preview));
          }}
        />
      )}
    </div>
  );
}

function chosen(value: string): Source {
  if (value.startsWith(COLUMN)) return { from: 'column', column: value.slice(COLUMN.length) };
  return value === FIXED ? { from: 'fixed', value: '' } : { from: 'nowhere' };
}
