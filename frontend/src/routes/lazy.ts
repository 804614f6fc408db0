/** Pages that are loaded when they are first wanted. */
export const lazy = {
  signIn: () => import('./pages/SignIn'),
  signUp: () => import('./pages/SignUp'),
  join: () => import('./pages/Join'),
  home: () => import('./pages/HomePage'),
  offers: () => import('./pages/OffersPage'),
  offer: () => import('./pages/OfferPage'),
  collections: () => import('./pages/CollectionsPage'),
  collection: () => import('./pages/CollectionPage'),
  matches: () => import('./pages/MatchesPage'),
  imports: () => import('./pages/ImportsPage'),
  oneImport: () => import('./pages/ImportPage'),
  submittedPages: () => import('./pages/SubmittedPagesPage'),
  claims: () => import('./pages/ClaimsPage'),
  listedTerms: () => import('./pages/ListedTermsPage'),
  recordings: () => import('./pages/RecordingsPage'),
  recording: () => import('./pages/RecordingPage'),
  exports: () => import('./pages/ExportsPage'),
  tasks: () => import('./pages/TasksPage'),
  task: () => import('./pages/TaskPage'),
  watches: () => import('./pages/WatchesPage'),
  sources: () => import('./pages/SourcesPage'),
  source: () => import('./pages/SourcePage'),
  archivedPage: () => import('./pages/ArchivedPagePage'),
  trends: () => import('./pages/TrendsPage'),
  trend: () => import('./pages/TrendPage'),
  compare: () => import('./pages/ComparePage'),
  calendar: () => import('./pages/CalendarPage'),
  pulse: () => import('./pages/PulsePage'),
  subjects: () => import('./pages/SubjectsPage'),
  deadLetters: () => import('./pages/DeadLettersPage'),
  alerts: () => import('./pages/AlertsPage'),
  alert: () => import('./pages/AlertPage'),
  alertRules: () => import('./pages/AlertRulesPage'),
  ideas: () => import('./pages/IdeasPage'),
  runs: () => import('./pages/RunsPage'),
  run: () => import('./pages/RunPage'),
  designs: () => import('./pages/DesignsPage'),
  review: () => import('./pages/ReviewPage'),
  design: () => import('./pages/DesignPage'),
  listings: () => import('./pages/ListingsPage'),
  listing: () => import('./pages/ListingPage'),
  audit: () => import('./pages/AuditPage'),
  settings: () => import('./pages/SettingsPage'),
  sections: () => import('./pages/settings'),
};

/** Fetches every page while nothing else is to do: the next one opens at once, and without a connection too. */
export function warm(): () => void {
  const fetchAll = () => {
    for (const load of Object.values(lazy)) load().catch(() => undefined);
  };
  const timer = setTimeout(fetchAll, 2_000);
  return () => {
    clearTimeout(timer);
  };
}
