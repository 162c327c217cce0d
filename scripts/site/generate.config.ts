import { join, relative, resolve } from 'node:path';
import type { Config } from '@docusaurus/types';
import type { Locale } from '../../server/settings/languages.ts';
import type { ApiLine } from '../../src/documents/api-index-data.ts';
import { readApis } from './apis-file.ts';
import { operationPage } from './pages.ts';
import { readSettings, referenceFolder, splitUrl } from './settings.ts';

/*
 * Docusaurus configuration for `docusaurus gen-api-docs all` only: one entry per API and language. The portal's own
 * configuration does not load the generator, because its dependencies load more slowly than a page builds.
 */

const root = resolve(__dirname, '../..');
const { caisDir, publicUrl } = readSettings(root);
const apis = readApis(caisDir);

const entries = (Object.entries(apis) as [Locale, ApiLine[]][]).flatMap(([locale, lines]) =>
  lines
    .filter(({ faulty }) => !faulty)
    .map(({ slug, title }) => [
      `${slug}-${locale}`,
      {
        specPath: join(caisDir, 'outlines', `${slug}.${locale}.json`),
        outputDir: relative(root, join(referenceFolder(caisDir, locale), slug)),
        template: join(__dirname, 'page.mustache'),
        showInfoPage: false,
        disableCompression: true,
        markdownGenerators: {
          createApiPageMD: (item: Parameters<typeof operationPage>[2]) => operationPage(slug, title, item),
        },
      },
    ]),
);

const config: Config = {
  title: 'Portal',
  url: splitUrl(publicUrl).origin,
  baseUrl: '/',
  plugins: [
    [
      'docusaurus-plugin-openapi-docs',
      { id: 'reference', docsPluginId: 'reference', config: Object.fromEntries(entries) },
    ],
  ],
};

export default config;
