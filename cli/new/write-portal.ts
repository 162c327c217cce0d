import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { locales, localesByLanguage } from '../../server/settings/languages.ts';
import { systemLanguage } from '../system-language.ts';
import { sampleFiles } from './sample-files.ts';

/** Writes a portal into a new or empty folder; returns the exit code. */
export function writePortal(folder: string, { name, language }: { name?: string; language?: string }): number {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} holds files already: name a new or empty folder.`);
  const chosen = locales.find((known) => known === language) ?? localesByLanguage[systemLanguage()];
  const files = sampleFiles(name ?? basename(resolve(folder)), chosen);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  console.log(`${folder} has
${Object.keys(files)
  .map((path) => `  ${path}`)
  .join('\n')}

Next: cais sandbox ${folder}
      cais start ${folder}`);
  return 0;
}
