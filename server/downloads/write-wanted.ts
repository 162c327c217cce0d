import { packClient } from '../clients/pack-client.ts';
import { forPortal } from '../openapi/for-portal.ts';
import { loadApi } from '../openapi/load-api.ts';
import { withoutInternal } from '../openapi/without-internal.ts';
import { openapiYaml, translatedOpenapiYaml } from './openapi-download.ts';
import type { Wanted } from './write-in-thread.ts';

/** Writes a document or a client for download; other callers wait meanwhile. */
export async function writeWanted({
  file,
  language,
  folder,
  publicUrl,
  settings,
}: Wanted): Promise<string | Uint8Array> {
  const loaded = await loadApi(folder, language);
  const served = forPortal(loaded, settings);
  if (file === 'client.tgz') return packClient(served, language, publicUrl);
  const api = withoutInternal(served);
  // Only a document that is still as its author wrote it can be copied from its file.
  return language === undefined && api.document === loaded.document
    ? openapiYaml(api, publicUrl)
    : translatedOpenapiYaml(api, publicUrl);
}
