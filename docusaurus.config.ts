import { relative } from 'node:path';
import type { Config } from '@docusaurus/types';
import { readApis } from './scripts/site/apis-file.ts';
import bundling from './scripts/site/bundling.ts';
import pagesData from './scripts/site/pages-data.ts';
import { locales, readSettings, referenceFolder } from './scripts/site/settings.ts';
import type { Locale } from './server/openapi/load-api.ts';

// Docusaurus loads this file once per language and says which in this variable.
const locale = (process.env.DOCUSAURUS_CURRENT_LOCALE ?? 'pt-BR') as Locale;
const { caisDir, publicUrl } = readSettings(__dirname);
const reference = relative(__dirname, referenceFolder(caisDir, locale));

const config: Config = {
  title: 'Cais',
  tagline:
    locale === 'en' ? 'A developer portal whose sandbox remembers' : 'O portal de APIs com um sandbox que se lembra',
  url: publicUrl,
  baseUrl: '/',
  trailingSlash: false,
  favicon: 'favicon.svg',
  i18n: {
    defaultLocale: 'pt-BR',
    locales: [...locales],
    localeConfigs: { 'pt-BR': { label: 'Português' }, en: { label: 'English' } },
  },
  future: { v4: true, faster: true },
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: { hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' } },
  customFields: { publicUrl, apis: readApis(caisDir)[locale] },
  plugins: [
    bundling,
    pagesData,
    [
      '@docusaurus/plugin-content-docs',
      { path: 'docs', routeBasePath: 'guides', sidebarPath: './sidebars.ts', breadcrumbs: false },
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
      { customCss: ['./src/css/fonts.css', './src/css/tokens.css', './src/css/base.css', './src/css/layout.css'] },
    ],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar: { title: 'Cais', items: [] },
    docs: { sidebar: { autoCollapseCategories: true } },
  },
};

export default config;
