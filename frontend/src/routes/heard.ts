import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { pulseSearch } from '@/features/pulse/search';

import { lazy } from './lazy';
import { inside } from './trunk';

const pulse = createRoute({
  getParentRoute: () => inside,
  path: '/pulse',
  validateSearch: pulseSearch,
  component: lazyRouteComponent(lazy.pulse, 'PulsePage'),
});
const subjects = createRoute({
  getParentRoute: () => inside,
  path: '/subjects',
  component: lazyRouteComponent(lazy.subjects, 'SubjectsPage'),
});
const deadLetters = createRoute({
  getParentRoute: () => inside,
  path: '/dead-letters',
  component: lazyRouteComponent(lazy.deadLetters, 'DeadLettersPage'),
});

/** What people say in public: the pulse of it, what is listened for, and what could not be read. */
export const heard = [pulse, subjects, deadLetters] as const;
