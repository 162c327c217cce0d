// Runs in a thread of its own (`write-in-thread.ts`).
import { parentPort, workerData } from 'node:worker_threads';
import { findEnglishClient, packClient } from '../clients/pack-client.ts';
import { loadApi } from '../openapi/load-api.ts';
import { findEnglishOpenapiYaml, openapiYaml } from './openapi-download.ts';
import type { Wanted } from './write-in-thread.ts';

const { file, folder, publicUrl } = workerData as Wanted;

const write: Record<Wanted['file'], () => Promise<string | Uint8Array | undefined>> = {
  'openapi.yaml': async () => openapiYaml(await loadApi(folder), publicUrl),
  'openapi.en.yaml': async () => findEnglishOpenapiYaml(await loadApi(folder), publicUrl),
  'client.tgz': () => packClient(folder, 'pt-BR', publicUrl),
  'client.en.tgz': () => findEnglishClient(folder, publicUrl),
};
parentPort?.postMessage(await write[file]());
