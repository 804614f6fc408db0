import { Link } from '@tanstack/react-router';

import { Tabs } from '@/components/Tabs';

import classes from './settings.module.css';

const TABS = [
  { to: '/imports', label: 'Imports' },
  { to: '/submitted-pages', label: 'Submitted pages' },
  { to: '/claims', label: 'Claimed offers' },
  { to: '/listed-terms', label: 'Listed terms' },
] as const;

/** What a workspace brings in, and what it has of it. */
export function BroughtTabs() {
  return (
    <Tabs label="Brought in" className={classes.tabs}>
      {TABS.map(({ to, label }) => (
        <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </Tabs>
  );
}
