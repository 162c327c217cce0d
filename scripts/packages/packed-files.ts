/*
 * What the packages are made of, by the paths of the project. A folder of files that are read by their names (texts, guides, samples) has
 * to be here; what a packed file imports follows it by itself.
 */

/** What no package has: tests, what only they use, types, and how the project is built. */
export const neverPacked = ['**/*.test.ts', '**/*-fixture.*', 'server/testing/**', '**/*.d.ts', '**/README.md'];

/** The package `cais`: the command, the sandbox and the platform. */
export const sandboxFiles = [
  'CHANGELOG.md',
  'LICENSE',
  'cli/**',
  'i18n/*/messages.json',
  'server/**',
  'specs/platform/**',
];

/** What of it is also there as TypeScript: the source of what every generated client has. */
export const shippedAsSource = ['server/clients/runtime/*.ts'];

/** The package `cais-portal`: the pages, and what builds them. */
export const portalFiles = [
  '.browserslistrc',
  'CHANGELOG.md',
  'LICENSE',
  'docusaurus.config.ts',
  'guides/**',
  'i18n/*/{code,search,site}.json',
  'scripts/package.json',
  'scripts/{build,dev,prepare-site}.ts',
  'scripts/{ensure-site,start}.mjs',
  'scripts/search/index-site.ts',
  'scripts/site/**',
  'src/**',
];
