import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { engineOf } from './engine.ts';
import type { Database } from './schema.ts';

/** In milliseconds; a frozen database answers nothing at all. */
const patience = 1_500;

/** Whether the database answers within 1.5 s and, on PostgreSQL, accepts writes. Never throws. */
export async function isReady(db: Database): Promise<boolean> {
  const late = new AbortController();
  const answered = answers(db).catch(() => false);
  const ready = await Promise.race([answered, wait(patience, false, late).catch(() => false)]);
  late.abort();
  return ready;
}

async function answers(db: Database): Promise<boolean> {
  if (engineOf(db).kind === 'sqlite') await db.selectFrom('workspace').select('id').limit(1).execute();
  // Changes nothing, but is refused where nothing could be changed; the pool then lets go of that connection.
  else await sql`update workspace set id = id where false`.execute(db);
  return true;
}
