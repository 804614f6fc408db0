import { Button, Group, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

import type { Segment } from '@/lib/schema';

import classes from './recordings.module.css';
import { clockTime } from './times';

interface EditWordsProps {
  segment: Segment;
  onSave: (text: string) => void;
  onEnd: () => void;
}

/** What was really said. Enter keeps it, Escape leaves it as it was. */
export function EditWords({ segment, onSave, onEnd }: EditWordsProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(segment.text);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const save = () => {
    if (text.trim() === segment.text) onEnd();
    else onSave(text);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEnd();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <div className={classes.editing}>
      <Textarea
        ref={field}
        autosize
        minRows={2}
        maxLength={5000}
        aria-label={`What is said at ${clockTime(segment.start)}`}
        description="Leave it empty where nobody says anything."
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
        onKeyDown={pressed}
      />
      <Group gap={6} mt={6}>
        <Button size="compact-sm" onClick={save}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" onClick={onEnd}>
          Leave it
        </Button>
      </Group>
    </div>
  );
}
