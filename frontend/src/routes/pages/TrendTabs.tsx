import { Link } from '@tanstack/react-router';

import { Tabs } from '@/components/Tabs';

import classes from './settings.module.css';

const TABS = [
  { to: '/trends', label: 'Board' },
  { to: '/trends/compare', label: 'Compare' },
  { to: '/trends/calendar', label: 'Calendar' },
] as const;

/** All trends, some of them side by side, and the year ahead. */
export function TrendTabs() {
  return (
    <Tabs label="Trends" className={classes.tabs}>
      {TABS.map(({ to, label }) => (
        <Link key={to} to={to} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </Tabs>
  );
}
