import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

import { claimSearch } from '@/features/claims/search';
import { collectedSearch, collectionSearch } from '@/features/collections/search';
import { uploadSearch } from '@/features/imports/search';
import { termSearch } from '@/features/listed_terms/search';
import { matchSearch } from '@/features/matches/search';

import { inside } from './trunk';
import { lazy } from './lazy';

const collections = createRoute({
  getParentRoute: () => inside,
  path: '/collections',
  validateSearch: collectionSearch,
  component: lazyRouteComponent(lazy.collections, 'CollectionsPage'),
});
const collection = createRoute({
  getParentRoute: () => inside,
  path: '/collections/$collectionId',
  validateSearch: collectedSearch,
  component: lazyRouteComponent(lazy.collection, 'CollectionPage'),
});
const matches = createRoute({
  getParentRoute: () => inside,
  path: '/matches',
  validateSearch: matchSearch,
  component: lazyRouteComponent(lazy.matches, 'MatchesPage'),
});
const imports = createRoute({
  getParentRoute: () => inside,
  path: '/imports',
  validateSearch: uploadSearch,
  component: lazyRouteComponent(lazy.imports, 'ImportsPage'),
});
const oneImport = createRoute({
  getParentRoute: () => inside,
  path: '/imports/$importId',
  component: lazyRouteComponent(lazy.oneImport, 'ImportPage'),
});
const submittedPages = createRoute({
  getParentRoute: () => inside,
  path: '/submitted-pages',
  validateSearch: uploadSearch,
  component: lazyRouteComponent(lazy.submittedPages, 'SubmittedPagesPage'),
});
const claims = createRoute({
  getParentRoute: () => inside,
  path: '/claims',
  validateSearch: claimSearch,
  component: lazyRouteComponent(lazy.claims, 'ClaimsPage'),
});
const listedTerms = createRoute({
  getParentRoute: () => inside,
  path: '/listed-terms',
  validateSearch: termSearch,
  component: lazyRouteComponent(lazy.listedTerms, 'ListedTermsPage'),
});

/** What a workspace gathers around the market's offers: collections, its word on pairs, and what it brings in. */
export const gathered = [
  collections,
  collection,
  matches,
  imports,
  oneImport,
  submittedPages,
  claims,
  listedTerms,
] as const;
