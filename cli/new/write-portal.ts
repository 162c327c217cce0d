import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { systemLanguage } from '../system-language.ts';
import { languages, sampleFiles } from './sample-files.ts';

/** Writes a portal into a new or empty folder; returns the exit code. */
export function writePortal(folder: string, { name, language }: { name?: string; language?: string }): number {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} holds files already: name a new or empty folder.`);
  const chosen = languages.find((known) => known === language) ?? (systemLanguage() === 'pt' ? 'pt-BR' : 'en');
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
