import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Translations of the portal's own texts by id, in a language other than the default. */
type Texts = Record<string, { message: string }>;

/** The translation file of a language; the default language has none. */
export function ownTextsFile(siteDir: string, locale: string): string {
  return join(siteDir, 'i18n', locale, 'code.json');
}

/** Writes Docusaurus' own translations, which every page loads, without ours; returns the file's path. */
export function writeOtherTexts(siteDir: string, generatedDir: string, locale: string): string {
  const own = readTexts(ownTextsFile(siteDir, locale));
  const all = JSON.parse(readFileSync(join(generatedDir, 'codeTranslations.json'), 'utf8')) as Record<string, string>;
  const others = Object.fromEntries(Object.entries(all).filter(([id]) => !(id in own)));
  const path = join(generatedDir, 'otherCodeTranslations.json');
  writeFileSync(path, JSON.stringify(others));
  return path;
}

/** The translations of the ids in a source file. */
export function textsOf(source: string, file: string): Record<string, string> {
  const texts = readTexts(file);
  const named = [...source.matchAll(/\bid(?:=|:\s*)["']([\w.-]+)["']/g)].map(([, id]) => id as string);
  return Object.fromEntries(named.flatMap((id) => (texts[id] ? [[id, texts[id].message]] : [])));
}

/** All of the portal's own texts in a language, by id: none in the default language, in which they stand in the code. */
export function ownTexts(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  return Object.fromEntries(Object.entries(readTexts(file)).map(([id, { message }]) => [id, message]));
}

const read = new Map<string, Texts>();

function readTexts(file: string): Texts {
  let texts = read.get(file);
  if (!texts) {
    texts = JSON.parse(readFileSync(file, 'utf8')) as Texts;
    read.set(file, texts);
  }
  return texts;
}
