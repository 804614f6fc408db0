import { Text } from '@mantine/core';

import type { Refusal } from './networks';
import classes from './subjects.module.css';

/** What holds for all that is followed is said once, above it. */
export function Refused({ refusals }: { refusals: readonly Refusal[] }) {
  if (refusals.length === 0) return null;
  return (
    <ul className={classes.refused} aria-label="Networks that cannot be asked">
      {refusals.map(({ name, title, reason }) => (
        <li key={name}>
          <Text size="sm" component="div">
            <b>{title}</b> is not asked about any of them.{' '}
            <Text span inherit c="var(--mantine-color-error)" style={{ overflowWrap: 'anywhere' }}>
              {reason}
            </Text>
          </Text>
        </li>
      ))}
    </ul>
  );
}
