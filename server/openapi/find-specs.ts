import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export interface Spec {
  slug: string;
  folder: string;
}

/** Finds every folder with an `openapi.yaml` below the folders of `specsPath` (separated as in PATH), by slug. */
export function findSpecs(specsPath: string): Spec[] {
  const specs = new Map<string, Spec>();
  for (const root of specsPath.split(delimiter).filter(Boolean)) {
    if (!existsSync(root)) continue;
    for (const entry of readdirSync(root, { withFileTypes: true })) {
      const folder = resolve(root, entry.name);
      if (entry.isDirectory() && existsSync(join(folder, 'openapi.yaml')))
        specs.set(entry.name, { slug: entry.name, folder });
    }
  }
  return [...specs.values()].sort((a, b) => a.slug.localeCompare(b.slug));
}
