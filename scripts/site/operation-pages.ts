import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { Locale } from '../../server/settings/languages.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import type { OperationPage, OperationSlugs } from '../../src/documents/operation-page.ts';
import { parseExactly } from '../../wire/exact-json.ts';
import { pagesFolder, readSettings, referenceFolder, schemasFile } from './settings.ts';
import { writeChanged, writeChangedText } from './write-file.ts';

/**
 * Emits the data of each operation's page as JSON, at the page's address plus `.json`; at that of its API the pages by the ids of
 * their operations, since nobody else can tell what the build has called them, and the whole schemas.
 */
export default function operationPages({ siteDir, baseUrl, i18n }: LoadContext): Plugin {
  const { caisDir } = readSettings(siteDir);
  const locale = i18n.currentLocale as Locale;
  return {
    name: 'operation-pages',
    async allContentLoaded({ allContent }) {
      const slugs = new Map<string, OperationSlugs>();
      const reference = allContent['docusaurus-plugin-content-docs']?.reference as LoadedContent | undefined;
      for (const { id, source, permalink, title, description, previous, next } of reference?.loadedVersions[0]?.docs ??
        []) {
        if (!isOperation(source)) continue;
        const file = join(referenceFolder(caisDir, locale), `${id}.json`);
        const data = parseExactly(readFileSync(file, 'utf8')) as OperationData;
        const page: OperationPage = { metadata: { id, title, description, previous, next }, data };
        writeChanged(join(pagesFolder(caisDir, locale), `${permalink.slice(baseUrl.length)}.json`), page);
        const own = slugs.get(data.api.slug) ?? [];
        if (!data.hook) own.push([data.id, data.slug, data.method, data.path, data.summary]);
        slugs.set(data.api.slug, own);
      }
      for (const [api, own] of slugs) {
        const address = join(pagesFolder(caisDir, locale), 'reference', api);
        writeChanged(`${address}.json`, own);
        writeChangedText(`${address}.schemas.json`, readFileSync(schemasFile(caisDir, locale, api), 'utf8'));
      }
    },
  };
}

/** The file name suffix that docusaurus-plugin-openapi-docs uses for operations; webhooks and callbacks have it, too. */
function isOperation(source: string): boolean {
  return source.endsWith('.api.mdx');
}
