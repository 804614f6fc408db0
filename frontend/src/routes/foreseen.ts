import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { calendarSearch } from '@/features/outlooks/calendarSearch';
import { compareSearch } from '@/features/trends/comparing';

import { lazy } from './lazy';
import { inside } from './trunk';

const compare = createRoute({
  getParentRoute: () => inside,
  path: '/trends/compare',
  validateSearch: compareSearch,
  component: lazyRouteComponent(lazy.compare, 'ComparePage'),
});
const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/trends/calendar',
  validateSearch: calendarSearch,
  component: lazyRouteComponent(lazy.calendar, 'CalendarPage'),
});

/** What stands beside the board of trends: several of them next to each other, and the year ahead. */
export const foreseen = [compare, calendar] as const;
