import { VisuallyHidden } from '@mantine/core';

import { plural } from '@/lib/format';

import classes from './alerts.module.css';
import { useOpenAlerts } from './queries';

/** On the way to the alerts: how many nobody takes care of yet. */
export function AlertsMark() {
  const { open, more } = useOpenAlerts();
  if (open.length === 0) return null;
  return (
    <span className={classes.mark} data-testid="alerts-mark">
      <span aria-hidden>
        {open.length}
        {more && '+'}
      </span>
      <VisuallyHidden>
        {more ? 'More than ' : ''}
        {plural(open.length, 'alert')} open
      </VisuallyHidden>
    </span>
  );
}
