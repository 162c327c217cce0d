import { existsSync, statSync } from 'node:fs';
import { findSpecs } from '../server/openapi/find-specs.ts';
import { portalFolders } from '../server/settings/portal-folders.mjs';
import { findUsualFile } from '../server/settings/usual-file.mjs';

/** The document that a word means: a file, a folder with a document, or an API of this portal by its name. */
export function findDocument(word: string): string {
  const stat = statSync(word, { throwIfNoEntry: false });
  if (stat?.isFile()) return word;
  const usual = stat && findUsualFile(word);
  if (usual) return usual;
  const specs = apisOfPortal();
  const found = specs.find(({ slug }) => slug === word);
  if (found) return found.folder;
  const names = specs.map(({ slug }) => slug).join(', ');
  throw new Error(`There is no document ${word}${names ? `, and no API of that name: there are ${names}` : ''}.`);
}

/** The APIs of the portal in this folder, or in that of `PORTAL`; none where it is no portal. */
export function apisOfPortal(): ReturnType<typeof findSpecs> {
  const { PORTAL, SPECS_PATH } = process.env;
  const isPortal = PORTAL || SPECS_PATH || existsSync('specs') || findUsualFile('.');
  return isPortal ? findSpecs(portalFolders(process.env).specsPath) : [];
}
