import { packClient } from '../clients/pack-client.ts';
import { loadApi } from '../openapi/load-api.ts';
import { openapiYaml, translatedOpenapiYaml } from './openapi-download.ts';
import type { Wanted } from './write-in-thread.ts';

/** Writes a document or a client for download; other callers wait meanwhile. */
export async function writeWanted({ file, language, folder, publicUrl }: Wanted): Promise<string | Uint8Array> {
  if (file === 'client.tgz') return packClient(folder, language, publicUrl);
  return language === undefined
    ? openapiYaml(await loadApi(folder), publicUrl)
    : translatedOpenapiYaml(await loadApi(folder, language), publicUrl);
}
