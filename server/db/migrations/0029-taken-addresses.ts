import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

const lockOf = (row: string) => `hashtextextended(${row}.workspace_id || ' ' || ${row}.api || ' ' || ${row}.store, 0)`;

/**
 * PostgreSQL skips a new record whose address is taken before it inserts it. A conflicting insert waits for whoever is changing
 * the record there, and holds the lock of the list that this change needs: both would wait for each other.
 */
export async function takenAddresses(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  if (kind !== 'postgres') return;
  await sql
    .raw(`create or replace function number_record() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(${lockOf('new')});
        if exists (select 1 from record where workspace_id = new.workspace_id and api = new.api
                    and store = new.store and parent = new.parent and id = new.id) then return null; end if;
        new.seq := nextval('record_seq_seq');
        return new;
      end $$`)
    .execute(db);
}
