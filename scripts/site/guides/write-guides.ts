import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultBook } from '../../../server/openapi/isolation/fault-book.ts';
import { isolateNow } from '../../../server/openapi/isolation/isolate.ts';
import { type Locale, sourceLocale } from '../../../server/settings/languages.ts';
import { featuresOf } from '../../../server/settings/portal/features.ts';
import type { Portal } from '../../../server/settings/portal/read-portal.ts';
import { readOperations } from '../reference-data.ts';
import type { SiteSettings } from '../settings.ts';
import { write, writeJson } from '../write-file.ts';
import { guidesAbout } from './built-in-guides.ts';
import { fillTemplate } from './fill-template.ts';
import { type Examples, findExamples, type Sandbox } from './find-examples.ts';
import { readFrontMatter } from './front-matter.ts';
import { listGuides } from './guide-list.ts';
import { guideValues } from './guide-values.ts';
import { guidesFolder, guidesSidebarFile } from './guides-folder.ts';
import { linkGuides } from './link-guides.ts';
import { makeGuidesSidebar } from './make-sidebar.ts';
import { checkOwnGuides, findReplacement, listOwnGuides, translatedGuides } from './own-guides.ts';
import { topicsOf } from './topics-of.ts';

/**
 * Writes the guides of a portal in each of its languages: the built-in ones with examples of its own documents, and those of its
 * provider, which replace built-in ones with their id or address.
 */
export function writeGuides(settings: SiteSettings, portal: Portal, sandboxes: Sandbox[], faults: FaultBook): void {
  const { root, portal: folder, caisDir } = settings;
  rmSync(join(caisDir, 'guides'), { recursive: true, force: true });
  const { guides, valuesIn } = chooseGuides(settings, portal, sandboxes, faults);
  for (const locale of portal.languages) {
    copyOwnGuides(settings, portal, locale);
    const own = listOwnGuides(folder, locale);
    checkOwnGuides(own);
    const read = (id: string) => readFileSync(join(root, 'guides', locale, `${id}.mdx`), 'utf8');
    const list = listGuides(guides, own, (id) => readFrontMatter(read(id)), locale);
    const values = { ...valuesIn.get(locale), guides: list };
    for (const { id } of guides.filter((each) => !findReplacement(own, each.id)))
      write(join(guidesFolder(caisDir, locale), `${id}.mdx`), linkGuides(fillTemplate(read(id), values), guides, own));
    writeJson(guidesSidebarFile(caisDir, locale), makeGuidesSidebar(guides, own, locale));
  }
}

/** The built-in guides of this portal, and their values in each language. Where no examples can be made, they have none. */
function chooseGuides(settings: SiteSettings, portal: Portal, sandboxes: Sandbox[], faults: FaultBook) {
  const [first = sourceLocale] = portal.languages;
  const choose = (examples: Examples) => {
    const topics = topicsOf(examples, featuresOf(portal));
    const valuesOf = (locale: Locale) => guideValues(examples, sandboxes, topics, locale);
    return {
      guides: guidesAbout(topics),
      valuesIn: new Map(portal.languages.map((locale) => [locale, valuesOf(locale)])),
    };
  };
  const examples = findExamples(sandboxes, (slug) => readOperations(settings, first, slug), portal);
  const { sandbox } = examples;
  return (sandbox && isolateNow(faults, 'sample', sandbox.loaded, () => choose(examples))) ?? choose({});
}

/** Copies the provider's guides, and what stands beside them; where a language has its own version of a file, that one. */
export function copyOwnGuides({ portal: folder, caisDir }: SiteSettings, { languages }: Portal, locale: Locale): void {
  for (const from of [join(folder, 'docs'), ...(locale === languages[0] ? [] : [translatedGuides(folder, locale)])])
    if (existsSync(from)) cpSync(from, guidesFolder(caisDir, locale), { recursive: true });
}
