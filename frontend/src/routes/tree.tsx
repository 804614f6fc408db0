import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';

import { auditSearch } from '@/features/audit/search';
import { designSearch, reviewSearch } from '@/features/designs/search';
import { exportSearch } from '@/features/exports/search';
import { ideaSearch } from '@/features/ideas/search';
import { listingSearch } from '@/features/listings/search';
import { offerSearch } from '@/features/offers/search';
import { runSearch, stepSearch } from '@/features/runs/search';
import { taskSearch } from '@/features/tasks/search';
import { trendSearch } from '@/features/trends/search';
import { given, innerPlace, type Search, text } from '@/lib/search';

import { alarmed } from './alarmed';
import { foreseen } from './foreseen';
import { gathered } from './gathered';
import { heard } from './heard';
import { lazy } from './lazy';
import { Lost } from './pages/Lost';
import { archivedPage, source, sources, watches } from './collecting';
import { spoken } from './spoken';
import { inside, root } from './trunk';

/** Sign-in and sign-up: whoever is signed in already goes on to where they wanted to go. */
const outside = createRoute({
  getParentRoute: () => root,
  id: 'outside',
  validateSearch: (search: Search) => given<{ from?: string }>({ from: innerPlace(search.from) }),
  beforeLoad: ({ context, search }) => {
    if (context.outside.session.state.get().status === 'in')
      throw redirect({ href: search.from ?? '/', replace: true });
  },
});

const signIn = createRoute({
  getParentRoute: () => outside,
  path: '/sign-in',
  component: lazyRouteComponent(lazy.signIn, 'SignInPage'),
});
const signUp = createRoute({
  getParentRoute: () => outside,
  path: '/sign-up',
  component: lazyRouteComponent(lazy.signUp, 'SignUpPage'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  validateSearch: (search: Search) => given<{ token?: string }>({ token: text(search, 'token', 500) }),
  component: lazyRouteComponent(lazy.join, 'JoinPage'),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(lazy.home, 'HomePage'),
});
const offers = createRoute({
  getParentRoute: () => inside,
  path: '/offers',
  validateSearch: offerSearch,
  component: lazyRouteComponent(lazy.offers, 'OffersPage'),
});
const offer = createRoute({
  getParentRoute: () => inside,
  path: '/offers/$offerId',
  component: lazyRouteComponent(lazy.offer, 'OfferPage'),
});
const exports = createRoute({
  getParentRoute: () => inside,
  path: '/exports',
  validateSearch: exportSearch,
  component: lazyRouteComponent(lazy.exports, 'ExportsPage'),
});
const tasks = createRoute({
  getParentRoute: () => inside,
  path: '/tasks',
  validateSearch: taskSearch,
  component: lazyRouteComponent(lazy.tasks, 'TasksPage'),
});
const task = createRoute({
  getParentRoute: () => inside,
  path: '/tasks/$taskId',
  component: lazyRouteComponent(lazy.task, 'TaskPage'),
});
const trends = createRoute({
  getParentRoute: () => inside,
  path: '/trends',
  validateSearch: trendSearch,
  component: lazyRouteComponent(lazy.trends, 'TrendsPage'),
});
const trend = createRoute({
  getParentRoute: () => inside,
  path: '/trends/$trendId',
  component: lazyRouteComponent(lazy.trend, 'TrendPage'),
});
const ideas = createRoute({
  getParentRoute: () => inside,
  path: '/ideas',
  validateSearch: ideaSearch,
  component: lazyRouteComponent(lazy.ideas, 'IdeasPage'),
});
const runs = createRoute({
  getParentRoute: () => inside,
  path: '/runs',
  validateSearch: runSearch,
  component: lazyRouteComponent(lazy.runs, 'RunsPage'),
});
const run = createRoute({
  getParentRoute: () => inside,
  path: '/runs/$runId',
  validateSearch: stepSearch,
  component: lazyRouteComponent(lazy.run, 'RunPage'),
});
const designs = createRoute({
  getParentRoute: () => inside,
  path: '/designs',
  validateSearch: designSearch,
  component: lazyRouteComponent(lazy.designs, 'DesignsPage'),
});
const review = createRoute({
  getParentRoute: () => inside,
  path: '/designs/review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(lazy.review, 'ReviewPage'),
});
const design = createRoute({
  getParentRoute: () => inside,
  path: '/designs/$designId',
  component: lazyRouteComponent(lazy.design, 'DesignPage'),
});
const listings = createRoute({
  getParentRoute: () => inside,
  path: '/listings',
  validateSearch: listingSearch,
  component: lazyRouteComponent(lazy.listings, 'ListingsPage'),
});
const listing = createRoute({
  getParentRoute: () => inside,
  path: '/listings/$listingId',
  component: lazyRouteComponent(lazy.listing, 'ListingPage'),
});
const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(lazy.audit, 'AuditPage'),
});

// A page that is not there is said so with the ways to others around it.
const lost = createRoute({ getParentRoute: () => inside, path: '$', component: Lost });

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(lazy.settings, 'SettingsPage'),
});
const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/profile', replace: true });
  },
});
const profile = createRoute({
  getParentRoute: () => settings,
  path: '/profile',
  component: lazyRouteComponent(lazy.sections, 'ProfileSection'),
});
const devices = createRoute({
  getParentRoute: () => settings,
  path: '/devices',
  component: lazyRouteComponent(lazy.sections, 'DevicesSection'),
});
const accessKeys = createRoute({
  getParentRoute: () => settings,
  path: '/keys',
  component: lazyRouteComponent(lazy.sections, 'KeysSection'),
});
const budget = createRoute({
  getParentRoute: () => settings,
  path: '/runs',
  component: lazyRouteComponent(lazy.sections, 'RunsSection'),
});
const shops = createRoute({
  getParentRoute: () => settings,
  path: '/shops',
  component: lazyRouteComponent(lazy.sections, 'ShopsSection'),
});
const people = createRoute({
  getParentRoute: () => settings,
  path: '/people',
  component: lazyRouteComponent(lazy.sections, 'PeopleSection'),
});

export const tree = root.addChildren([
  outside.addChildren([signIn, signUp]),
  join,
  inside.addChildren([
    home,
    offers,
    offer,
    ...gathered,
    ...spoken,
    exports,
    tasks,
    task,
    watches,
    sources,
    source,
    archivedPage,
    trends,
    ...foreseen,
    trend,
    ...heard,
    ...alarmed,
    ideas,
    runs,
    run,
    designs,
    review,
    design,
    listings,
    listing,
    audit,
    settings.addChildren([settingsStart, profile, devices, accessKeys, budget, shops, people]),
    lost,
  ]),
]);
