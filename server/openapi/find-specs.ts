import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export interface Spec {
  slug: string;
  folder: string;
}

/**
 * Finds every folder with an `openapi.yaml` in the folders of `SPECS_PATH` (separated as in PATH), sorted by slug; a later folder
 * wins. Throws an error when a folder does not exist, or holds none.
 */
export function findSpecs(specsPath: string): Spec[] {
  const specs = new Map<string, Spec>();
  for (const root of specsPath.split(delimiter).filter(Boolean)) {
    if (!statSync(root, { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`SPECS_PATH must name folders, separated by "${delimiter}": there is no folder "${root}".`);
    const slugs = readdirSync(root).filter((slug) => existsSync(join(root, slug, 'openapi.yaml')));
    if (slugs.length === 0)
      throw new Error(
        `SPECS_PATH must name folders that hold APIs, such as <folder>/<api>/openapi.yaml: "${root}" holds none.`,
      );
    for (const slug of slugs) specs.set(slug, { slug, folder: resolve(root, slug) });
  }
  return [...specs.values()].sort((a, b) => a.slug.localeCompare(b.slug));
}
