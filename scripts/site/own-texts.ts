import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of the portal's own components in a language that is not the one they are written in, by their id. */
type Texts = Record<string, { message: string }>;

/** Where each language keeps them; the default one has none. */
export function ownTextsFile(siteDir: string, locale: string): string {
  return join(siteDir, 'i18n', locale, 'code.json');
}

/** Writes the texts of Docusaurus itself, without our own, and gives the file's path: every page loads these. */
export function writeOtherTexts(siteDir: string, generatedDir: string, locale: string): string {
  const own = readTexts(ownTextsFile(siteDir, locale));
  const all = JSON.parse(readFileSync(join(generatedDir, 'codeTranslations.json'), 'utf8')) as Record<string, string>;
  const others = Object.fromEntries(Object.entries(all).filter(([id]) => !(id in own)));
  const path = join(generatedDir, 'otherCodeTranslations.json');
  writeFileSync(path, JSON.stringify(others));
  return path;
}

/** The texts whose ids a source file names, as the object that goes along with it. */
export function textsOf(source: string, file: string): Record<string, string> {
  const texts = readTexts(file);
  const named = [...source.matchAll(/\bid(?:=|:\s*)["']([\w.-]+)["']/g)].map(([, id]) => id as string);
  return Object.fromEntries(named.flatMap((id) => (texts[id] ? [[id, texts[id].message]] : [])));
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
