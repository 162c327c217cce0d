import { join, resolve } from 'node:path';
import { publicPath } from '../../server/answers/public-path.ts';
import type { Locale } from '../../server/settings/languages.ts';
import { portalFolders } from '../../server/settings/portal-folders.mjs';

export interface SiteSettings {
  /** The project's root folder. */
  root: string;
  /** The portal's folder: its guides, static files and texts. */
  portal: string;
  /** Folder for all generated files. */
  caisDir: string;
  /** Folders with APIs, separated as in PATH. */
  specsPath: string;
  /** The portal's public URL, perhaps with a path, without a trailing slash. */
  publicUrl: string;
}

/** Reads the build settings from the environment; paths are made absolute. */
export function readSettings(root: string, env: NodeJS.ProcessEnv = process.env): SiteSettings {
  const { portal, caisDir, specsPath } = portalFolders(env, root);
  return {
    root,
    portal: resolve(root, portal),
    caisDir: resolve(root, caisDir),
    specsPath: specsPath
      .split(':')
      .filter(Boolean)
      .map((folder) => resolve(root, folder))
      .join(':'),
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT ?? 3000}`).replace(/\/$/, ''),
  };
}

/** A URL's origin and its path, such as `/developers`; the path is empty where the portal has the host to itself. */
export function splitUrl(publicUrl: string): { origin: string; path: string } {
  return { origin: new URL(publicUrl).origin, path: publicPath(publicUrl) };
}

/** Folder of the reference pages in one language. */
export function referenceFolder(caisDir: string, locale: Locale): string {
  return join(caisDir, 'reference', locale);
}

/** The whole schemas of an API in one language: pages have only what they show of them. */
export function schemasFile(caisDir: string, locale: Locale, slug: string): string {
  return join(referenceFolder(caisDir, locale), `${slug}.schemas.json`);
}

/** Folder of the operation pages' data in one language, at the paths from which browsers fetch it. */
export function pagesFolder(caisDir: string, locale: Locale): string {
  return join(caisDir, 'pages', locale);
}
