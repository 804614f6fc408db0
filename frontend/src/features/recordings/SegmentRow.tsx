import { ActionIcon, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { memo, useRef, useState } from 'react';

import { useRights } from '@/lib/context';
import type { Segment } from '@/lib/schema';

import { useEditSegment } from './acts';
import { EditWords } from './EditWords';
import { Feels } from './Feels';
import classes from './recordings.module.css';
import { Sureness } from './Sureness';
import type { SpokenOf } from './spoken';
import { clockTime } from './times';
import { Words } from './Words';

interface SegmentRowProps {
  recordingId: string;
  segment: Segment;
  words: string;
  /** It is heard just now. */
  current: boolean;
  /** What is looked for was found in it, and it was gone to. */
  found: boolean;
  spoken: readonly SpokenOf[];
  onHear: (second: number) => void;
}

// A recording of hours has thousands of them, and the player moves four times a second.
export const SegmentRow = memo(function SegmentRow({ recordingId, segment, ...shown }: SegmentRowProps) {
  const { work } = useRights();
  const edit = useEditSegment(recordingId);
  const pencil = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const time = clockTime(segment.start);
  const end = () => {
    setEditing(false);
    pencil.current?.focus();
  };
  return (
    <li
      className={classes.segment}
      data-testid="segment"
      data-number={segment.number}
      data-found={shown.found || undefined}
      aria-current={shown.current ? 'true' : undefined}
    >
      {editing ? (
        <EditWords
          segment={segment}
          onEnd={end}
          onSave={(text) => {
            edit.mutate({ segment, text });
            end();
          }}
        />
      ) : (
        <div className={classes.say}>
          <UnstyledButton
            className={`num ${classes.time ?? ''}`}
            title={`Play from ${time}`}
            onClick={() => {
              shown.onHear(segment.start);
            }}
          >
            {time}
          </UnstyledButton>
          {segment.text === '' ? (
            <Text span c="dimmed" fs="italic">
              Nobody says anything here
            </Text>
          ) : (
            <span>
              <Words text={segment.text} words={shown.words} spoken={shown.spoken} />
            </span>
          )}
        </div>
      )}
      {work && (
        <Tooltip label="Put the words right">
          <ActionIcon
            ref={pencil}
            variant="subtle"
            color="gray"
            className={classes.pencil}
            aria-label={`Put right what is said at ${time}`}
            aria-expanded={editing}
            onClick={() => {
              setEditing(!editing);
            }}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <div className={classes.told}>
        <Feels mood={segment.mood} />
        <Sureness
          segment={segment}
          onBack={() => {
            edit.mutate({ segment, text: null });
          }}
        />
      </div>
    </li>
  );
});
