import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, loadApi } from '../openapi/load-api.ts';
import { serveDocument } from '../sandbox/serve-api.ts';
import { clientPackage } from './client-package.ts';
import { packTgz } from './package/tar.ts';

/** An API's client as a file that npm installs, with comments in a language. */
export async function packClient(folder: string, locale: Locale, publicUrl: string): Promise<Buffer> {
  const api = await serveDocument(await loadApi(folder, locale));
  return packTgz(clientPackage(api, publicUrl, locale === 'en' ? 'en' : 'pt'));
}

/** The same with comments in English, for APIs that have an overlay; undefined for the others. */
export async function findEnglishClient(folder: string, publicUrl: string): Promise<Buffer | undefined> {
  return existsSync(join(folder, 'overlay.en.yaml')) ? packClient(folder, 'en', publicUrl) : undefined;
}
