import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { alertSearch } from '@/features/alerts/search';

import { lazy } from './lazy';
import { inside } from './trunk';

const alerts = createRoute({
  getParentRoute: () => inside,
  path: '/alerts',
  validateSearch: alertSearch,
  component: lazyRouteComponent(lazy.alerts, 'AlertsPage'),
});
const alertRules = createRoute({
  getParentRoute: () => inside,
  path: '/alerts/rules',
  component: lazyRouteComponent(lazy.alertRules, 'AlertRulesPage'),
});
const alert = createRoute({
  getParentRoute: () => inside,
  path: '/alerts/$alertId',
  component: lazyRouteComponent(lazy.alert, 'AlertPage'),
});

/** What was found in what people say, and the rules that find it. */
export const alarmed = [alerts, alertRules, alert] as const;
