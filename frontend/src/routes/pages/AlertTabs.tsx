import { Link } from '@tanstack/react-router';

import { Tabs } from '@/components/Tabs';

import classes from './settings.module.css';

const TABS = [
  { to: '/alerts', label: 'Alerts' },
  { to: '/alerts/rules', label: 'Rules' },
] as const;

/** What was found, and what is looked for. */
export function AlertTabs() {
  return (
    <Tabs label="Alerts" className={classes.tabs}>
      {TABS.map(({ to, label }) => (
        <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </Tabs>
  );
}
