import { sql } from 'kysely';
import { prepareQuery } from '../../db/prepared-query.ts';
import type { Database } from '../../db/schema.ts';
import type { StateWrite, StoredState } from './shared-limit-states.ts';

// One statement, one round trip: whoever loses learns the state that won.
const put = prepareQuery<Omit<StateWrite, 'state'> & { state: string }, { state: string; write_id: string }>(
  (_, { caller, state, writeId, basis, forgetAt }) => sql`
    insert into limit_state as known (caller, state, write_id, forget_at)
    values (${caller}, ${state}, ${writeId}, ${forgetAt})
    on conflict (caller) do update set
      state = case when known.write_id = ${basis} then excluded.state else known.state end,
      write_id = case when known.write_id = ${basis} then excluded.write_id else known.write_id end,
      forget_at = greatest(known.forget_at, excluded.forget_at)
    returning state, write_id`,
);

/** Stores a limiter's state in PostgreSQL; see `PutState`. */
export async function putLimitState(db: Database, write: StateWrite): Promise<StoredState> {
  const [row] = await put(db, { ...write, state: JSON.stringify(write.state) });
  if (!row) throw new Error('PostgreSQL returned no state of a limit.');
  return { state: JSON.parse(row.state), writeId: row.write_id };
}

/** Deletes the states that no limiter needs any more; `now` is real time. */
export async function removeExpiredLimitStates(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('limit_state').where('forget_at', '<=', now.getTime()).execute();
}
