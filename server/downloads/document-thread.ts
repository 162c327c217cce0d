// Runs in a thread of its own (`write-in-thread.ts`).
import { parentPort, workerData } from 'node:worker_threads';
import { loadApi } from '../openapi/load-api.ts';
import { findEnglishOpenapiYaml, openapiYaml } from './openapi-download.ts';
import type { Wanted } from './write-in-thread.ts';

const { file, folder, publicUrl } = workerData as Wanted;
const write = file === 'openapi.yaml' ? openapiYaml : findEnglishOpenapiYaml;
parentPort?.postMessage(await write(await loadApi(folder), publicUrl));
