import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { fieldErrors } from '@/lib/forms';
import { asProblem } from '@/lib/problem';
import type { Collection } from '@/lib/schema';

import { useMakeCollection } from './adding';

interface NewCollectionFormProps {
  /** What was searched for in vain may be its name. */
  proposed: string;
  busy: boolean;
  onMade: (made: Collection) => void;
}

const SEEN_BY: { value: Collection['visibility']; label: string }[] = [
  { value: 'maker', label: 'For me' },
  { value: 'workspace', label: 'For everybody here' },
];

/** A new collection in one line; the offers go right into it. */
export function NewCollectionForm({ proposed, busy, onMade }: NewCollectionFormProps) {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [visibility, setVisibility] = useState<Collection['visibility']>('maker');
  const [fault, setFault] = useState<string | null>(null);
  const make = useMakeCollection();
  if (!opened) {
    return (
      <Button
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => {
          setName(proposed);
          setOpened(true);
        }}
      >
        New collection
      </Button>
    );
  }
  const submit = () => {
    setFault(name.trim() === '' ? 'Give it a name.' : null);
    if (name.trim() === '') return;
    make.mutate(
      { name: name.trim(), visibility },
      {
        onSuccess: onMade,
        onError: (error) => {
          const problem = asProblem(error);
          setFault(fieldErrors(problem, ['name']).errors.name ?? problem.message);
        },
      },
    );
  };
  return (
    <form
      noValidate
      aria-label="New collection"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="Name"
          placeholder="Mugs for cat people"
          autoComplete="off"
          maxLength={120}
          data-autofocus
          value={name}
          error={fault}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Group justify="space-between" gap="sm">
          <SegmentedControl
            size="xs"
            aria-label="Who sees it"
            data={SEEN_BY}
            value={visibility}
            onChange={setVisibility}
          />
          <Button type="submit" loading={make.isPending || busy}>
            Make it and add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
