import { Checkbox } from '@mantine/core';
import { useState } from 'react';

import { Confirm } from '@/components/Confirm';
import { useRights } from '@/lib/context';

interface RobotsFieldProps {
  value: boolean;
  onChange: (next: boolean) => void;
}

/** An owner may have a target read whatever its robots.txt says: asked twice, because it stays on the record. */
export function RobotsField({ value, onChange }: RobotsFieldProps) {
  const { own } = useRights();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Checkbox
        label="Go past robots.txt"
        description={
          own
            ? 'Read the target even where the site asks programs to keep away. It is kept in the audit trail.'
            : 'Only an owner of the workspace can decide this.'
        }
        checked={value}
        disabled={!own}
        onChange={(event) => {
          if (event.currentTarget.checked) setAsking(true);
          else onChange(false);
        }}
      />
      <Confirm
        opened={asking}
        title="Go past robots.txt?"
        act="Go past it"
        keep="Respect it"
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          setAsking(false);
          onChange(true);
        }}
      >
        The site’s robots.txt may ask programs to keep away from these pages. Reading them anyway is your decision as an
        owner, and it is recorded: the audit trail will show your name, the target and the time to everybody in the
        workspace. Budgets and pauses between pages hold all the same.
      </Confirm>
    </>
  );
}
