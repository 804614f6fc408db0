import { Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

import { plural } from '@/lib/format';
import { asProblem } from '@/lib/problem';

import { type Adding, useAdd } from './adding';
import { CollectionChoice } from './CollectionChoice';
import { NewCollectionForm } from './NewCollectionForm';

interface AddToCollectionProps {
  /** Null while nothing is to be added: the dialog is closed. */
  adding: Adding | null;
  /** All that match, in words. */
  about: string;
  onClose: () => void;
}

/** Adds offers to a collection that one may change, or to a new one. */
export function AddToCollection({ adding, about, onClose }: AddToCollectionProps) {
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), 250);
  const [note, setNote] = useState('');
  const add = useAdd();
  const close = () => {
    onClose();
    add.reset();
    setQuery('');
    setNote('');
  };
  const addTo = (to: { id: string; name: string }) => {
    if (adding !== null) add.mutate({ to, adding, note }, { onSuccess: close });
  };
  return (
    <Modal opened={adding !== null} onClose={close} title="Add to a collection">
      <Stack gap="md">
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {adding !== null &&
            ('matching' in adding ? `All that match: ${about}` : plural(adding.offer_ids.length, 'offer'))}
        </Text>
        {add.isError && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {asProblem(add.error).message}
          </Text>
        )}
        <Textarea
          label="Note"
          placeholder="Written beside each that is new there"
          autosize
          minRows={1}
          maxRows={5}
          maxLength={2000}
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value);
          }}
          styles={{ label: { fontWeight: 550, marginBottom: 4 } }}
        />
        <CollectionChoice
          query={query}
          settled={settled}
          onQuery={setQuery}
          open={adding !== null}
          busy={add.isPending ? add.variables.to.id : null}
          onChoice={addTo}
        />
        <NewCollectionForm proposed={query.trim()} busy={add.isPending} onMade={addTo} />
      </Stack>
    </Modal>
  );
}
