import { join, resolve } from 'node:path';
import type { Locale } from '../../server/openapi/load-api.ts';

export const locales: readonly Locale[] = ['pt-BR', 'en'];

export interface SiteSettings {
  /** The project's folder. */
  root: string;
  /** Where everything that is generated goes. */
  caisDir: string;
  /** Folders with APIs, separated as in PATH. */
  specsPath: string;
  /** The portal's address, without a slash at the end. */
  publicUrl: string;
}

/** Reads what the build needs from the environment; paths become absolute. */
export function readSettings(root: string, env: NodeJS.ProcessEnv = process.env): SiteSettings {
  return {
    root,
    caisDir: resolve(root, env.CAIS_DIR ?? '.cais'),
    specsPath: (env.SPECS_PATH ?? 'specs')
      .split(':')
      .filter(Boolean)
      .map((folder) => resolve(root, folder))
      .join(':'),
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT ?? 3000}`).replace(/\/$/, ''),
  };
}

/** Where the pages of the reference are written for one language. */
export function referenceFolder(caisDir: string, locale: Locale): string {
  return join(caisDir, 'reference', locale);
}

/** Where the data of operations' pages is written for one language, at the addresses from which browsers fetch it. */
export function pagesFolder(caisDir: string, locale: Locale): string {
  return join(caisDir, 'pages', locale);
}
