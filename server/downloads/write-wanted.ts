import { findEnglishClient, packClient } from '../clients/pack-client.ts';
import { loadApi } from '../openapi/load-api.ts';
import { findEnglishOpenapiYaml, openapiYaml } from './openapi-download.ts';
import type { Wanted } from './write-in-thread.ts';

/** Writes a document or a client for download, undefined if there is none; other callers wait meanwhile. */
export async function writeWanted({ file, folder, publicUrl }: Wanted): Promise<string | Uint8Array | undefined> {
  return write[file](folder, publicUrl);
}

type Write = (folder: string, publicUrl: string) => Promise<string | Uint8Array | undefined>;

const write: Record<Wanted['file'], Write> = {
  'openapi.yaml': async (folder, publicUrl) => openapiYaml(await loadApi(folder), publicUrl),
  'openapi.en.yaml': async (folder, publicUrl) => findEnglishOpenapiYaml(await loadApi(folder), publicUrl),
  'client.tgz': (folder, publicUrl) => packClient(folder, 'pt-BR', publicUrl),
  'client.en.tgz': (folder, publicUrl) => findEnglishClient(folder, publicUrl),
};
