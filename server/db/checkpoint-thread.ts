// Runs in a thread of its own (`checkpoints.ts`).
import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

/** Others write meanwhile, so that something is left after each pass; a few make it little. */
const passes = 5;

const database = new DatabaseSync(workerData as string, { timeout: 5_000 });
for (let pass = 0; pass < passes; pass++) {
  const { log, checkpointed } = database.prepare('PRAGMA wal_checkpoint(PASSIVE)').get() as Record<string, number>;
  if (log === checkpointed) break;
}
database.close();
