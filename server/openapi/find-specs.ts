import { readdirSync, statSync } from 'node:fs';
import { basename, delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allFeatures, type Features } from '../settings/portal/features.ts';
import { listDocuments } from '../settings/usual-file.mjs';

export interface Spec {
  slug: string;
  folder: string;
}

/** The portal's own API, which every portal has. */
const platform = fileURLToPath(new URL('../../specs/platform', import.meta.url));

/**
 * Finds every folder with a document, under any usual name, in the folders of `SPECS_PATH` (separated as in PATH), each of which may
 * be one itself, and adds the platform API, of which nothing is left without a sandbox; sorted by slug, a later folder wins. A folder
 * of several documents without a usual name is found, too, so that it is reported. Throws an error when a folder does not exist, or
 * holds none.
 */
export function findSpecs(specsPath: string, { sandbox }: Pick<Features, 'sandbox'> = allFeatures): Spec[] {
  const own = { slug: basename(platform), folder: platform };
  const specs = new Map(sandbox ? [[own.slug, own]] : []);
  for (const root of specsPath.split(delimiter).filter(Boolean)) {
    if (!statSync(root, { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`SPECS_PATH must name folders, separated by "${delimiter}": there is no folder "${root}".`);
    const folders = ['.', ...readdirSync(root)].filter((name) => listDocuments(join(root, name)).length > 0);
    if (folders.length === 0)
      throw new Error(
        `SPECS_PATH must name folders that hold APIs, such as <folder>/<api>/openapi.yaml: "${root}" holds none.`,
      );
    for (const name of folders) {
      const folder = resolve(root, name);
      if (!sandbox && basename(folder) === own.slug) continue;
      specs.set(basename(folder), { slug: basename(folder), folder });
    }
  }
  return [...specs.values()].sort((a, b) => a.slug.localeCompare(b.slug));
}
