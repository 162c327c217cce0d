import { existsSync, globSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { extractAllSourceCodeFileTranslations } from '@docusaurus/babel';
import { type Locale, languages, locales, sourceLocale } from '../server/settings/languages.ts';
import { checkMessages } from './messages/check-messages.ts';
import { checkMeanings } from './search/meanings.ts';
import { siteTexts, siteTextsFile } from './site/site-texts.ts';

const root = resolve(import.meta.dirname, '..');
const parserOptions = { babelrc: false, configFile: false, parserOpts: { plugins: ['typescript', 'jsx'] } } as const;

/** Texts by id; whatever is shown has one in each language. */
type TextsById = ReadonlyMap<string, string>;

/** Compares the texts in the code with those of every other language, and the server's messages; returns one line per fault. */
export async function checkTranslations(): Promise<string[]> {
  const { texts, faults } = await textsInCode();
  const site = new Map(Object.entries(siteTexts));
  const translated = locales.filter((locale) => locale !== sourceLocale);
  return [
    ...faults,
    ...translated.flatMap((locale) => faultsOf(locale, texts, site)),
    ...checkMessages(),
    ...checkMeanings(),
  ];
}

/** The faults of a language's folder of texts. */
function faultsOf(locale: Locale, texts: TextsById, site: TextsById): string[] {
  const folder = resolve(root, 'i18n', locale);
  const guides = resolve(folder, 'docusaurus-plugin-content-docs');
  return [
    ...compare(texts, resolve(folder, 'code.json'), locale),
    ...compare(site, siteTextsFile(locale), locale),
    ...compare(guideGroups(), resolve(guides, 'current.json'), locale),
    ...globSync('**/*.mdx', { cwd: resolve(root, 'docs') }).flatMap((guide) =>
      existsSync(resolve(guides, 'current', guide)) ? [] : `docs/${guide} has no text in ${languages[locale]}.`,
    ),
  ];
}

async function textsInCode(): Promise<{ texts: TextsById; faults: string[] }> {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: ['src/generated/**', 'src/**/*.test.ts'] });
  const extracted = await extractAllSourceCodeFileTranslations(
    files.map((file) => resolve(root, file)),
    parserOptions as never,
  );
  const faults: string[] = [];
  const texts = new Map<string, string>();
  for (const { translations, warnings } of extracted) {
    faults.push(...warnings);
    for (const [id, { message }] of Object.entries(translations)) {
      const other = texts.get(id);
      if (other !== undefined && other !== message)
        faults.push(`${id} has two Portuguese texts: "${other}" and "${message}".`);
      texts.set(id, message);
    }
  }
  return { texts, faults };
}

/** The labels of guide groups have their texts in a file of their own, where Docusaurus expects it. */
function guideGroups(): TextsById {
  const groups = readFileSync(resolve(root, 'sidebars.ts'), 'utf8').matchAll(/\bgroup\('([^']+)'/g);
  return new Map([...groups].map(([, label = '']) => [`sidebar.guides.category.${label}`, label]));
}

/** Each text needs its translation, with the same {places}, and each translation its text. */
function compare(texts: TextsById, path: string, locale: Locale): string[] {
  const file = relative(root, path);
  if (!existsSync(path)) return [`${languages[locale]} has no ${file}.`];
  const entries = Object.entries(
    JSON.parse(readFileSync(path, 'utf8')) as Record<string, string | { message: string }>,
  );
  const translated = new Map(entries.map(([id, text]) => [id, typeof text === 'string' ? text : text.message]));
  return [
    ...[...texts].flatMap(([id, text]) => {
      const translation = translated.get(id);
      if (!translation) return `${id} ("${text}") has no text in ${file}.`;
      return placesOf(translation) === placesOf(text) ? [] : `${id} has other {places} in ${file} than in Portuguese.`;
    }),
    ...[...translated.keys()].flatMap((id) => (texts.has(id) ? [] : `${id} is in ${file}, but nothing uses it.`)),
  ];
}

function placesOf(message: string): string {
  return (message.match(/\{\w+\}/g) ?? []).sort().join();
}

if (import.meta.main) {
  const faults = await checkTranslations();
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`Every text of the pages and of the server exists in ${Object.values(languages).join(', ')}.`);
}
