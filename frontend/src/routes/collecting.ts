import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { sourceSearch } from '@/features/marketplaces/search';
import { watchSearch } from '@/features/watches/search';

import { lazy } from './lazy';
import { inside } from './trunk';

export const watches = createRoute({
  getParentRoute: () => inside,
  path: '/watches',
  validateSearch: watchSearch,
  component: lazyRouteComponent(lazy.watches, 'WatchesPage'),
});
export const sources = createRoute({
  getParentRoute: () => inside,
  path: '/sources',
  component: lazyRouteComponent(lazy.sources, 'SourcesPage'),
});
export const source = createRoute({
  getParentRoute: () => inside,
  path: '/sources/$source',
  validateSearch: sourceSearch,
  component: lazyRouteComponent(lazy.source, 'SourcePage'),
});
export const archivedPage = createRoute({
  getParentRoute: () => inside,
  path: '/sources/$source/pages/$pageId',
  component: lazyRouteComponent(lazy.archivedPage, 'ArchivedPagePage'),
});
