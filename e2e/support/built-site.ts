import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ForeignPortal, foreignPortal } from '../../server/testing/foreign-portal.ts';

/** The text of every page and file that the build has written for readers of a portal of somebody else, by its place. */
export function readSite(name: ForeignPortal): Map<string, string> {
  const site = join(foreignPortal(name), '.cais/site');
  // Code serves every portal; the dashboard is for those who operate one.
  const files = globSync('**/*.{html,json,xml,txt}', { cwd: site }).filter((file) => !file.startsWith('operators/'));
  return new Map(files.map((file) => [file, readFileSync(join(site, file), 'utf8')]));
}

/** Where texts have a word, with what stands around it. */
export function findWords(texts: Map<string, string>, words: RegExp): string[] {
  return [...texts].flatMap(([file, text]) =>
    [...text.matchAll(words)].map(({ index }) => `${file}: ${text.slice(Math.max(0, index - 30), index + 40)}`),
  );
}
