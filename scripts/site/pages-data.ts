import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { findSpecs } from '../../server/openapi/find-specs.ts';
import { createFaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolateNow } from '../../server/openapi/isolation/isolate.ts';
import { findOverlay } from '../../server/openapi/overlay-files.ts';
import type { Locale } from '../../server/settings/languages.ts';
import type { DownloadLine } from '../../src/downloads/download-line.ts';
import type { KeySample } from '../../src/keys/keys/key-sample.ts';
import { addFaults } from './faults-file.ts';
import { findFirstCall } from './first-call.ts';
import { makeKeySample } from './key-samples.ts';
import { readBuiltPortal } from './portal/portal-file.ts';
import { readIndex, readOperations, validApis } from './reference-data.ts';
import { readSettings, referenceFolder, type SiteSettings } from './settings.ts';

/** Provides the home page's first call, the list of downloads, and the keys page's samples and scopes, in the language being built. */
export default function pagesData({ siteDir, i18n }: LoadContext): Plugin {
  const settings = readSettings(siteDir);
  const locale = i18n.currentLocale as Locale;
  return {
    name: 'pages-data',
    async contentLoaded({ actions }) {
      const wanted = readBuiltPortal(settings.caisDir).home?.firstCall;
      const faults = createFaultBook();
      const specs = findSpecs(settings.specsPath);
      const ofEach = <Made>(make: (slug: string) => Made) =>
        validApis(settings, locale).flatMap(({ slug }) => {
          const spec = specs.find((each) => each.slug === slug) ?? { slug, folder: slug };
          return isolateNow(faults, 'texts', spec, () => make(slug)) ?? [];
        });
      const operations = ofEach((slug) => {
        const own = readOperations(settings, locale, slug);
        // What one API cannot be asked must not be asked of all together.
        findFirstCall(own);
        return own;
      });
      const keySamples = ofEach((slug) => makeSample(settings, locale, slug) ?? []);
      const scopeTexts = Object.assign({}, ...ofEach((slug) => readTextsOfScopes(settings, locale, slug)));
      await actions.createData('first-call.json', JSON.stringify(findFirstCall(operations.flat(), wanted)));
      await actions.createData('downloads.json', JSON.stringify(listDownloads(settings, locale)));
      await actions.createData('key-samples.json', JSON.stringify(keySamples.flat()));
      await actions.createData('scope-texts.json', JSON.stringify(scopeTexts));
      addFaults(settings.caisDir, faults.list());
    },
  };
}

function makeSample(settings: SiteSettings, locale: Locale, slug: string): KeySample | undefined {
  const folder = join(referenceFolder(settings.caisDir, locale), slug);
  const read = (operation: string) => JSON.parse(readFileSync(join(folder, `${operation}.json`), 'utf8'));
  return makeKeySample(readIndex(settings, locale, slug), read);
}

function readTextsOfScopes(settings: SiteSettings, locale: Locale, slug: string): Record<string, string> {
  const file = join(settings.caisDir, 'scopes', `${slug}.${locale}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function listDownloads(settings: SiteSettings, locale: Locale): DownloadLine[] {
  const { languages } = readBuiltPortal(settings.caisDir);
  const folders = new Map(findSpecs(settings.specsPath).map(({ slug, folder }) => [slug, folder]));
  return validApis(settings, locale).map(({ slug, title, version, lang }) => {
    const { api, language, environments } = readIndex(settings, locale, slug);
    const translations = languages.filter((each) => findOverlay(folders.get(slug) ?? '', each));
    const { basePath, servers: callable } = api;
    return { slug, basePath, servers: callable, title, version, lang, language, translations, environments };
  });
}
