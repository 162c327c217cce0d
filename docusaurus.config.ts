import { join } from 'node:path';
import type { Config } from '@docusaurus/types';
import { listApis } from './scripts/site/apis-file.ts';
import bundling from './scripts/site/bundling.ts';
import earlyClicks from './scripts/site/early-clicks.ts';
import { readFaults } from './scripts/site/faults-file.ts';
import { guidesOptions } from './scripts/site/guides/docs-options.ts';
import { markRunnable } from './scripts/site/mark-runnable.ts';
import operationPages from './scripts/site/operation-pages.ts';
import pagesData from './scripts/site/pages-data.ts';
import { inLocale, missingPages, portalData, prefixOf } from './scripts/site/portal/portal-data.ts';
import { readBuiltPortal } from './scripts/site/portal/portal-file.ts';
import { lookFile } from './scripts/site/portal/write-look.ts';
import { staticFolders } from './scripts/site/portal-content.ts';
import robots from './scripts/site/robots.ts';
import { pagesFolder, readSettings, referenceFolder, splitUrl } from './scripts/site/settings.ts';
import { type Locale, languages, sourceLocale } from './server/settings/languages.ts';
import { featuresOf } from './server/settings/portal/features.ts';

// Docusaurus loads this file once per language and sets this variable.
const { portal: folder, caisDir, publicUrl } = readSettings(__dirname);
const portal = readBuiltPortal(caisDir);
const [defaultLocale = sourceLocale] = portal.languages;
const locale = (process.env.DOCUSAURUS_CURRENT_LOCALE ?? defaultLocale) as Locale;
const { origin, path } = splitUrl(publicUrl);
const reference = referenceFolder(caisDir, locale);
const apis = listApis(caisDir, locale);

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
  title: portal.name,
  tagline: portal.tagline ? inLocale(portal.tagline, locale) : '',
  url: origin,
  baseUrl: `${path}/`,
  trailingSlash: false,
  favicon: portal.favicon ?? 'favicon.svg',
  staticDirectories: [...staticFolders(__dirname, folder, caisDir), pagesFolder(caisDir, locale)],
  i18n: {
    defaultLocale,
    path: join(folder, 'i18n'),
    locales: portal.languages,
    localeConfigs: Object.fromEntries(
      portal.languages.map((code) => [code, { label: languages[code], translate: code !== defaultLocale }]),
    ),
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
        title: portal.name,
        href: `${path}${prefixOf(portal, locale)}/opensearch.xml`,
      },
    },
  ],
  customFields: {
    publicUrl,
    publicPath: path,
    apis,
    portal: portalData(portal, locale),
    features: featuresOf(portal),
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
        ...guidesOptions(folder, caisDir, locale),
        routeBasePath: 'guides',
        beforeDefaultRemarkPlugins: [[markRunnable, { apis: apis.map(({ slug }) => slug) }]],
      },
    ],
    [
      '@docusaurus/plugin-content-docs',
      {
        id: 'reference',
        path: reference,
        routeBasePath: 'reference',
        sidebarPath: join(reference, 'sidebars.json'),
        beforeDefaultRemarkPlugins: [[markRunnable, { apis: apis.map(({ slug }) => slug) }]],
        numberPrefixParser: false,
      },
    ],
    ['@docusaurus/plugin-content-pages', { exclude: missingPages(portal) }],
    '@docusaurus/plugin-sitemap',
    robots,
  ],
  themes: [
    [
      '@docusaurus/theme-classic',
      {
        customCss: [
          ...['fonts', 'tokens', 'base', 'layout', 'navigation', 'contrast', 'print'].map(
            (name) => `./src/css/${name}.css`,
          ),
          lookFile(caisDir),
        ],
      },
    ],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar: { title: portal.name, items: [] },
    // Where links are shared; without a picture, its place is left out.
    ...(portal.card ? { image: portal.card } : { metadata: [{ name: 'twitter:card', content: 'summary' }] }),
    docs: { sidebar: { autoCollapseCategories: true } },
  },
};

export default config;
