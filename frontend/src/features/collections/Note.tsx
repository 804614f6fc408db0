import { Button, Group, Stack, Textarea, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';

import type { Collected, Collection } from '@/lib/schema';

import classes from './collections.module.css';
import { useNote } from './holding';

/** As long as the API takes it. */
const LONGEST = 2000;

interface NoteProps {
  collection: Pick<Collection, 'id'>;
  offer: Collected;
  /** It may be written, and not only read. */
  open: boolean;
}

/** What is written beside an offer here. A click turns it into a field; Enter keeps it, Escape leaves it as it was. */
export function Note({ collection, offer, open }: NoteProps) {
  const [writing, setWriting] = useState(false);
  const { mutate } = useNote(collection);
  const words = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setWriting(false);
    // The focus stays where it was, at the words that were a field a moment ago.
    setTimeout(() => words.current?.focus(), 0);
  };
  if (writing) {
    return (
      <NoteField
        title={offer.title}
        note={offer.note ?? ''}
        onLeave={leave}
        onKeep={(note) => {
          if (note !== (offer.note ?? '')) mutate({ offer, note: note === '' ? null : note });
          leave();
        }}
      />
    );
  }
  if (!open && offer.note === null) return null;
  return (
    <UnstyledButton
      ref={words}
      className={classes.note}
      disabled={!open}
      data-empty={offer.note === null || undefined}
      aria-label={`${offer.note === null ? 'Write a note' : 'Change the note'} on ${offer.title}`}
      onClick={() => {
        setWriting(true);
      }}
    >
      {offer.note ?? 'Add a note'}
    </UnstyledButton>
  );
}

interface NoteFieldProps {
  title: string;
  note: string;
  onKeep: (note: string) => void;
  onLeave: () => void;
}

function NoteField({ title, note, onKeep, onLeave }: NoteFieldProps) {
  const [written, setWritten] = useState(note);
  return (
    <Stack gap={6}>
      <Textarea
        ref={(field) => field?.focus()}
        size="xs"
        autosize
        minRows={1}
        maxRows={8}
        maxLength={LONGEST}
        aria-label={`Note on ${title}`}
        value={written}
        onChange={(event) => {
          setWritten(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') onLeave();
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            onKeep(written.trim());
          }
        }}
      />
      <Group gap={6}>
        <Button
          size="compact-xs"
          onClick={() => {
            onKeep(written.trim());
          }}
        >
          Keep
        </Button>
        <Button size="compact-xs" variant="default" onClick={onLeave}>
          Leave
        </Button>
      </Group>
    </Stack>
  );
}
