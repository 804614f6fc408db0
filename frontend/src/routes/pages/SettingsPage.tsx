import { Link, Outlet } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { Tabs } from '@/components/Tabs';
import { useRights } from '@/lib/context';

import classes from './settings.module.css';

const SECTIONS = [
  { to: '/settings/profile', label: 'Profile' },
  { to: '/settings/devices', label: 'Devices' },
  { to: '/settings/keys', label: 'API keys' },
  { to: '/settings/runs', label: 'Runs and budget' },
  { to: '/settings/shops', label: 'Shops' },
] as const;

export function SettingsPage() {
  const { own } = useRights();
  return (
    <Page title="Settings">
      <Tabs label="Settings" className={classes.tabs}>
        {SECTIONS.map(({ to, label }) => (
          <Link key={to} to={to} className={classes.tab}>
            {label}
          </Link>
        ))}
        {own && (
          <Link to="/settings/people" className={classes.tab}>
            People
          </Link>
        )}
      </Tabs>
      <div className={classes.section}>
        <Outlet />
      </div>
    </Page>
  );
}
