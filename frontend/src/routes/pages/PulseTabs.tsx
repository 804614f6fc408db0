import { Link } from '@tanstack/react-router';

import { Tabs } from '@/components/Tabs';

import classes from './settings.module.css';

const TABS = [
  { to: '/pulse', label: 'Pulse' },
  { to: '/subjects', label: 'Subjects' },
  { to: '/dead-letters', label: 'Could not be read' },
] as const;

/** What is heard, what is listened for, and what could not be read of it. */
export function PulseTabs() {
  return (
    <Tabs label="Pulse" className={classes.tabs}>
      {TABS.map(({ to, label }) => (
        <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </Tabs>
  );
}
