// Runs in a thread of its own (`write-in-thread.ts`).
import { parentPort } from 'node:worker_threads';
import type { Wanted } from './write-in-thread.ts';
import { writeWanted } from './write-wanted.ts';

// What fails ends the thread, with the error.
parentPort?.on('message', async (wanted: Wanted) => parentPort?.postMessage(await writeWanted(wanted)));
