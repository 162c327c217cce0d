import { sql } from 'kysely';
import { engineOf } from './engine.ts';
import { newId } from './new-id.ts';
import type { Database } from './schema.ts';

/** Work that goes on all the time, and that one of the servers does for all. */
export interface Duty {
  /** Whether it is this server's. Asks the database once in a few seconds. */
  isMine(): Promise<boolean>;
  /** Leaves it to another server at once; never fails. */
  leave(): Promise<void>;
}

/** How long a server that has died keeps others from its duty, in milliseconds. */
const lease = 3000;

/** A duty by name. `now` is real time in milliseconds. A stalled server may still believe in its duty, so the work must be repeatable. */
export function createDuty(db: Database, name: string, now: () => number): Duty {
  // A SQLite file belongs to one process.
  if (!engineOf(db).hasManyWriters) return { isMine: async () => true, leave: async () => {} };
  const own = newId('job');
  let mine = false;
  let askAt = Number.NEGATIVE_INFINITY;
  return {
    async isMine() {
      const at = now();
      if (at < askAt) return mine;
      // The row is written only by who has the duty, or takes it.
      const { rows } = await sql<{ lease_id: string; leased_until: number }>`
        with taken as (
          insert into job (name, due_at, leased_until, lease_id) values (${name}, 0, ${at + lease}, ${own})
          on conflict (name) do update set leased_until = excluded.leased_until, lease_id = excluded.lease_id
            where job.lease_id = ${own} or job.leased_until <= ${at}
          returning lease_id, leased_until
        )
        select lease_id, leased_until from taken
        union all select lease_id, leased_until from job where name = ${name} and not exists (select 1 from taken)`.execute(
        db,
      );
      const [holder] = rows;
      mine = holder?.lease_id === own;
      askAt = mine ? at + lease / 3 : Math.min(holder?.leased_until ?? at, at + lease);
      return mine;
    },
    async leave() {
      askAt = Number.POSITIVE_INFINITY;
      if (!mine) return;
      mine = false;
      const freed = db.updateTable('job').set({ leased_until: 0 }).where('name', '=', name).where('lease_id', '=', own);
      // While the database fails, the lease runs out.
      await freed.execute().catch(() => {});
    },
  };
}
