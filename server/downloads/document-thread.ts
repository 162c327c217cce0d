// Runs in a thread of its own (`write-in-thread.ts`).
import { parentPort, workerData } from 'node:worker_threads';
import { packClient } from '../clients/pack-client.ts';
import { loadApi } from '../openapi/load-api.ts';
import { openapiYaml, translatedOpenapiYaml } from './openapi-download.ts';
import type { Wanted } from './write-in-thread.ts';

const { file, language, folder, publicUrl } = workerData as Wanted;

const write: Record<Wanted['file'], () => Promise<string | Uint8Array>> = {
  'openapi.yaml': async () =>
    language === undefined
      ? openapiYaml(await loadApi(folder), publicUrl)
      : translatedOpenapiYaml(await loadApi(folder, language), publicUrl),
  'client.tgz': () => packClient(folder, language, publicUrl),
};
parentPort?.postMessage(await write[file]());
