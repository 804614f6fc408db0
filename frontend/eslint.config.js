import eslint from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// main → app → routes → features → components, lib → client. A folder may import only what stands in its row.
const LAYERS = {
  app: ['app', 'routes', 'features', 'components', 'lib', 'client'],
  routes: ['routes', 'features', 'components', 'lib', 'client'],
  features: ['components', 'lib', 'client'],
  components: ['components', 'lib', 'client'],
  lib: ['lib', 'client'],
  client: [],
};

// Features form a river of their own: home knows the others, and none knows home.
const FEATURES = {
  live: [],
  marketplaces: [],
  accounts: [],
  audit: ['accounts'],
  watches: ['live', 'marketplaces', 'accounts'],
  offers: ['live', 'marketplaces', 'accounts', 'watches'],
  exports: ['live', 'marketplaces', 'accounts', 'offers'],
  collections: ['live', 'marketplaces', 'offers', 'accounts'],
  matches: ['live', 'marketplaces', 'offers', 'accounts'],
  imports: ['live', 'marketplaces', 'accounts'],
  submitted_pages: ['live', 'marketplaces', 'accounts', 'imports'],
  claims: ['marketplaces'],
  listed_terms: [],
  tasks: ['live', 'marketplaces', 'watches', 'accounts'],
  subjects: ['live', 'accounts'],
  posts: ['live', 'accounts', 'subjects'],
  recordings: ['live', 'accounts', 'posts'],
  mentions: ['recordings'],
  alerts: ['live', 'accounts', 'subjects', 'posts'],
  pulse: ['live', 'accounts', 'subjects', 'posts'],
  dead_letters: ['live', 'accounts', 'subjects', 'posts'],
  outlooks: ['live', 'marketplaces', 'offers', 'accounts', 'subjects', 'alerts'],
  trends: ['live', 'marketplaces', 'offers', 'accounts', 'outlooks', 'subjects', 'mentions'],
  runs: ['live', 'accounts', 'trends'],
  ideas: ['trends', 'runs'],
  designs: ['live', 'accounts', 'trends', 'runs'],
  shops: ['live', 'accounts'],
  listings: ['live', 'accounts', 'shops', 'runs'],
  home: ['live', 'marketplaces', 'watches', 'tasks', 'offers', 'accounts', 'trends', 'runs', 'ideas', 'alerts'],
};

const only = (allowed, own) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { regex: '^\\.\\./', message: 'Leave a folder by its name: "@/…".' },
        {
          regex: `^@/(?!(${allowed.join('|') || '-'})(/|$))`,
          message: `${own} may import only: ${allowed.join(', ') || 'nothing of ours'}.`,
        },
      ],
    },
  ],
  'no-restricted-syntax': [
    'error',
    ...(own === 'app' || own === 'routes'
      ? []
      : [{ selector: 'ImportExpression', message: 'Only routes are loaded lazily.' }]),
    { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text is text.' },
  ],
});

const boundaries = [
  ...Object.entries(LAYERS)
    .filter(([layer]) => layer !== 'features')
    .map(([layer, allowed]) => ({
      files: [`src/${layer}/**/*.{ts,tsx}`],
      ignores: ['**/*.test.{ts,tsx}'],
      rules: only(allowed, layer),
    })),
  ...Object.entries(FEATURES).map(([feature, others]) => ({
    files: [`src/features/${feature}/**/*.{ts,tsx}`],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: only([...LAYERS.features, ...[feature, ...others].map((name) => `features/${name}`)], `features/${feature}`),
  })),
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/client/schema.d.ts', 'public'] },
  eslint.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  reactHooks.configs.flat['recommended-latest'],
  { plugins: { 'jsx-a11y-x': a11y }, rules: a11y.configs.strict.rules },
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 250 }],
      // JSX counts every `&&` and `??`; above this a component has more than one thing to say.
      complexity: ['error', 12],
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // A number in a sentence reads as itself.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Mantine and the router take async handlers; what they reject with is shown by the query's own state.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // `redirect()` and `notFound()` are thrown by the router's own design.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
    },
  },
  ...boundaries,
  { files: ['eslint.config.js', 'vite.config.ts'], ...tseslint.configs.disableTypeChecked },
);
