import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** When each workspace and each host that receives webhooks may have the next delivery at its pace. */
export async function egressPace(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  // Unlogged, as limit_state: a crash of PostgreSQL may forget it.
  const [unlogged, half] = kind === 'postgres' ? ['unlogged', 'with (fillfactor = 50)'] : ['', ''];
  await sql
    .raw(`create ${unlogged} table egress_pace (name text primary key, free_at double precision not null) ${half}`)
    .execute(db);
}
