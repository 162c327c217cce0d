import { newId } from './new-id.ts';
import type { Database } from './schema.ts';

/** Work that all servers of a database do once per interval, whichever of them is alive. */
export interface Job {
  name: string;
  /** Milliseconds from the end of a run to the next. */
  every: number;
  /** May run again if its server dies meanwhile, so it must be repeatable. */
  run(): Promise<unknown>;
}

/** A dead server's job is taken over after this many milliseconds. */
const lease = 2 * 60 * 1000;

/** A server that lives renews its lease this often, however long the job takes. */
const renewal = lease / 8;

/**
 * Runs the jobs that are due, one after the other, unless another server is running them. A job that fails is reported and
 * waits for its next interval; the others run. `now` is real time in milliseconds.
 */
export async function runDueJobs(
  db: Database,
  jobs: Job[],
  now: () => number,
  onError: (error: unknown) => void,
  renewEvery = renewal,
): Promise<void> {
  for (const job of jobs) {
    try {
      const leaseId = await claim(db, job.name, now());
      if (leaseId === undefined) continue;
      const renewing = setInterval(() => void renew(db, job.name, leaseId, now()).catch(onError), renewEvery);
      await job
        .run()
        .catch(onError)
        .finally(() => clearInterval(renewing));
      await db
        .updateTable('job')
        .set({ due_at: now() + job.every, leased_until: 0 })
        .where('name', '=', job.name)
        .where('lease_id', '=', leaseId)
        .execute();
    } catch (error) {
      onError(error);
    }
  }
}

async function renew(db: Database, name: string, leaseId: string, at: number): Promise<void> {
  await db
    .updateTable('job')
    .set({ leased_until: at + lease })
    .where('name', '=', name)
    .where('lease_id', '=', leaseId)
    // The end of the job, which may be on its way, frees the lease.
    .where('leased_until', '>', 0)
    .execute();
}

/** Returns the id of the lease, or undefined if the job is not due or another server runs it. */
async function claim(db: Database, name: string, at: number): Promise<string | undefined> {
  const leased = { leased_until: at + lease, lease_id: newId('job') };
  const row = await db
    .insertInto('job')
    .values({ name, due_at: at, ...leased })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet(leased).where('job.due_at', '<=', at).where('job.leased_until', '<=', at),
    )
    .returning('lease_id')
    .executeTakeFirst();
  return row?.lease_id;
}
