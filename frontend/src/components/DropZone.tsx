import { Text, UnstyledButton } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';

import classes from './DropZone.module.css';

interface DropZoneProps {
  /** What is dropped: "a list or dataset". */
  label: string;
  about: string;
  /** As the browser's own chooser takes it: ".csv,.json". */
  accept?: string;
  disabled?: boolean;
  /** Several may be chosen at once: each is told by itself. */
  several?: boolean;
  onFile: (file: File) => void;
}

/** A file is dropped here, or chosen by a click or a key. */
export function DropZone({ label, about, accept, disabled = false, several = false, onFile }: DropZoneProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (disabled) return;
    for (const file of [...(files ?? [])].slice(0, several ? undefined : 1)) onFile(file);
  };
  const dragged = (on: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(on && !disabled);
  };
  return (
    <>
      <UnstyledButton
        className={classes.zone}
        data-over={over || undefined}
        disabled={disabled}
        onClick={() => chooser.current?.click()}
        onDragEnter={dragged(true)}
        onDragOver={dragged(true)}
        onDragLeave={dragged(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <IconFileUpload size={30} stroke={1.4} aria-hidden />
        <Text span fw={550}>
          {label}
        </Text>
        <Text span size="sm" c="dimmed">
          {about}
        </Text>
      </UnstyledButton>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple={several}
        aria-label={label}
        tabIndex={-1}
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again after it was put right.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
