import { relative } from 'node:path';
import type { Config } from '@docusaurus/types';
import { readApis } from './scripts/site/apis-file.ts';
import bundling from './scripts/site/bundling.ts';
import earlyClicks from './scripts/site/early-clicks.ts';
import { readFaults } from './scripts/site/faults-file.ts';
import { markRunnable } from './scripts/site/mark-runnable.ts';
import operationPages from './scripts/site/operation-pages.ts';
import pagesData from './scripts/site/pages-data.ts';
import { locales, pagesFolder, readSettings, referenceFolder, splitUrl } from './scripts/site/settings.ts';
import type { Locale } from './server/openapi/load-api.ts';

// Docusaurus loads this file once per language and sets this variable.
const locale = (process.env.DOCUSAURUS_CURRENT_LOCALE ?? 'pt-BR') as Locale;
const { caisDir, publicUrl } = readSettings(__dirname);
const { origin, path } = splitUrl(publicUrl);
const reference = relative(__dirname, referenceFolder(caisDir, locale));

// Links to what is left out have no target: then the build looks at each of them (scripts/site/broken-links.ts).
const onBrokenLinks = readFaults(caisDir).length > 0 ? 'warn' : 'throw';

const faster = {
  swcJsLoader: true,
  swcJsMinimizer: true,
  swcHtmlMinimizer: true,
  lightningCssMinimizer: true,
  rspackBundler: true,
  rspackPersistentCache: true,
  ssgWorkerThreads: true,
  gitEagerVcs: true,
  // With the cache, the server bundle waits for pages of the browser bundle, which has no operations (scripts/site/slim-data.ts).
  mdxCrossCompilerCache: false,
};

const config: Config = {
  title: 'Cais',
  tagline:
    locale === 'en' ? 'A developer portal whose sandbox remembers' : 'O portal de APIs com um sandbox que se lembra',
  url: origin,
  baseUrl: `${path}/`,
  trailingSlash: false,
  favicon: 'favicon.svg',
  staticDirectories: ['static', pagesFolder(caisDir, locale)],
  i18n: {
    defaultLocale: 'pt-BR',
    locales: [...locales],
    localeConfigs: { 'pt-BR': { label: 'Português' }, en: { label: 'English' } },
  },
  future: { v4: true, faster },
  onBrokenLinks,
  onBrokenAnchors: onBrokenLinks,
  onDuplicateRoutes: 'throw',
  markdown: { hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' } },
  headTags: [
    {
      tagName: 'link',
      attributes: {
        rel: 'search',
        type: 'application/opensearchdescription+xml',
        title: 'Cais',
        href: `${path}${locale === 'en' ? '/en' : ''}/opensearch.xml`,
      },
    },
  ],
  customFields: {
    publicUrl,
    publicPath: path,
    apis: readApis(caisDir)[locale],
    // Where it is open, all readers ask for it.
    showsFaults: process.env.FAULT_DETAILS === 'open',
  },
  plugins: [
    bundling,
    earlyClicks,
    pagesData,
    operationPages,
    [
      '@docusaurus/plugin-content-docs',
      {
        path: 'docs',
        routeBasePath: 'guides',
        sidebarPath: './sidebars.ts',
        breadcrumbs: false,
        beforeDefaultRemarkPlugins: [[markRunnable, { apis: readApis(caisDir)[locale].map(({ slug }) => slug) }]],
      },
    ],
    [
      '@docusaurus/plugin-content-docs',
      {
        id: 'reference',
        path: reference,
        routeBasePath: 'reference',
        sidebarPath: `./${reference}/sidebars.json`,
        numberPrefixParser: false,
        breadcrumbs: false,
      },
    ],
    '@docusaurus/plugin-content-pages',
    '@docusaurus/plugin-sitemap',
  ],
  themes: [
    [
      '@docusaurus/theme-classic',
      {
        customCss: ['fonts', 'tokens', 'base', 'layout', 'navigation'].map((name) => `./src/css/${name}.css`),
      },
    ],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar: { title: 'Cais', items: [] },
    docs: { sidebar: { autoCollapseCategories: true } },
  },
};

export default config;
