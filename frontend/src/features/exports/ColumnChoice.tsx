import { Button, Checkbox, Collapse, Group, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';

import { words } from '@/lib/readable';

import classes from './exports.module.css';

interface ColumnChoiceProps {
  /** Undefined while they are on their way. */
  known: string[] | undefined;
  /** Null is all of them. */
  chosen: string[] | null;
  onChosen: (chosen: string[] | null) => void;
  fault: string | undefined;
}

/** All columns, or those that are ticked, in the order in which they are always written. */
export function ColumnChoice({ known, chosen, onChosen, fault }: ColumnChoiceProps) {
  const [opened, setOpened] = useState(false);
  if (known === undefined) return <Skeleton h={22} w={160} />;
  const ticked = chosen ?? known;
  const put = (next: string[]) => {
    onChosen(next.length === known.length ? null : known.filter((name) => next.includes(name)));
  };
  return (
    <div>
      <Group gap="xs">
        <Text size="sm" className="num">
          {chosen === null ? `All ${known.length} columns` : `${chosen.length} of ${known.length} columns`}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={opened}
          onClick={() => {
            setOpened(!opened);
          }}
        >
          {opened ? 'Hide' : 'Choose columns'}
        </Button>
        {opened && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              put(chosen === null ? [] : known);
            }}
          >
            {chosen === null ? 'None' : 'All'}
          </Button>
        )}
      </Group>
      {fault !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {fault}
        </Text>
      )}
      <Collapse expanded={opened}>
        <Checkbox.Group value={ticked} onChange={put} aria-label="Columns" mt="xs">
          <div className={classes.columns}>
            {known.map((name) => (
              <Checkbox key={name} value={name} label={words(name)} size="xs" />
            ))}
          </div>
        </Checkbox.Group>
      </Collapse>
    </div>
  );
}
