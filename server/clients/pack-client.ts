import type { ApiDocument } from '../openapi/load-api.ts';
import { serveDocument } from '../sandbox/serve-api.ts';
import { type Locale, sourceLocale } from '../settings/languages.ts';
import { clientPackage } from './client-package.ts';
import { packTgz } from './package/tar.ts';

/** An API's client as a file that npm installs, with comments in a language, else in that of its author. */
export async function packClient(
  document: ApiDocument,
  locale: Locale | undefined,
  publicUrl: string,
): Promise<Buffer> {
  const api = await serveDocument(document);
  return packTgz(clientPackage(api, publicUrl, locale ?? sourceLocale));
}
