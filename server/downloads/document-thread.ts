// Runs in a thread of its own (`write-in-thread.ts`).
import { parentPort, workerData } from 'node:worker_threads';
import type { Wanted } from './write-in-thread.ts';
import { writeWanted } from './write-wanted.ts';

parentPort?.postMessage(await writeWanted(workerData as Wanted));
