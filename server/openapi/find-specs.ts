import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export interface Spec {
  slug: string;
  folder: string;
}

/** Finds every folder with an `openapi.yaml` in the folders of `specsPath` (separated as in PATH), sorted by slug; a later folder wins. */
export function findSpecs(specsPath: string): Spec[] {
  const specs = new Map<string, Spec>();
  for (const root of specsPath.split(delimiter).filter(Boolean)) {
    if (!existsSync(root)) continue;
    for (const slug of readdirSync(root)) {
      const folder = resolve(root, slug);
      if (existsSync(join(folder, 'openapi.yaml'))) specs.set(slug, { slug, folder });
    }
  }
  return [...specs.values()].sort((a, b) => a.slug.localeCompare(b.slug));
}
