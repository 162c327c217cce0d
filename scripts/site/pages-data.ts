import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { findSpecs } from '../../server/openapi/find-specs.ts';
import type { Locale } from '../../server/openapi/load-api.ts';
import type { DownloadLine } from '../../src/downloads/download-line.ts';
import type { KeySample } from '../../src/keys/keys/key-sample.ts';
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
      const operations = validApis(settings, locale).flatMap(({ slug }) => readOperations(settings, locale, slug));
      const firstCall = findFirstCall(operations, readBuiltPortal(settings.caisDir).home?.firstCall);
      await actions.createData('first-call.json', JSON.stringify(firstCall));
      await actions.createData('downloads.json', JSON.stringify(listDownloads(settings, locale)));
      await actions.createData('key-samples.json', JSON.stringify(listKeySamples(settings, locale)));
      await actions.createData('scope-texts.json', JSON.stringify(collectScopeTexts(settings, locale)));
    },
  };
}

function listKeySamples(settings: SiteSettings, locale: Locale): KeySample[] {
  return validApis(settings, locale).flatMap(({ slug }) => {
    const folder = join(referenceFolder(settings.caisDir, locale), slug);
    const read = (operation: string) => JSON.parse(readFileSync(join(folder, `${operation}.json`), 'utf8'));
    return makeKeySample(readIndex(settings, locale, slug), read) ?? [];
  });
}

function collectScopeTexts(settings: SiteSettings, locale: Locale): Record<string, string> {
  const texts = validApis(settings, locale).map(({ slug }) => {
    const file = join(settings.caisDir, 'scopes', `${slug}.${locale}.json`);
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  });
  return Object.assign({}, ...texts);
}

function listDownloads(settings: SiteSettings, locale: Locale): DownloadLine[] {
  const folders = new Map(findSpecs(settings.specsPath).map(({ slug, folder }) => [slug, folder]));
  return validApis(settings, locale).map(({ slug, title, version }) => {
    const english = existsSync(join(folders.get(slug) ?? '', 'overlay.en.yaml'));
    const environments = readIndex(settings, locale, slug).servers.map(({ name, description }) => ({
      name,
      description,
    }));
    return { slug, title, version, english, environments };
  });
}
