import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedContent } from '@docusaurus/plugin-content-docs';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { Locale } from '../../server/settings/languages.ts';
import type { OperationPage } from '../../src/documents/operation-page.ts';
import { pagesFolder, readSettings, referenceFolder } from './settings.ts';
import { writeChanged } from './write-file.ts';

/** Emits the data of each operation's page as JSON, at the page's address plus `.json`. */
export default function operationPages({ siteDir, baseUrl, i18n }: LoadContext): Plugin {
  const { caisDir } = readSettings(siteDir);
  const locale = i18n.currentLocale as Locale;
  return {
    name: 'operation-pages',
    async allContentLoaded({ allContent }) {
      const reference = allContent['docusaurus-plugin-content-docs']?.reference as LoadedContent | undefined;
      for (const { id, source, permalink, title, description, previous, next } of reference?.loadedVersions[0]?.docs ??
        []) {
        if (!isOperation(source)) continue;
        const data = JSON.parse(readFileSync(join(referenceFolder(caisDir, locale), `${id}.json`), 'utf8'));
        const page: OperationPage = { metadata: { id, title, description, previous, next }, data };
        writeChanged(join(pagesFolder(caisDir, locale), `${permalink.slice(baseUrl.length)}.json`), page);
      }
    },
  };
}

/** The file name suffix that docusaurus-plugin-openapi-docs uses for operations. */
function isOperation(source: string): boolean {
  return source.endsWith('.api.mdx');
}
