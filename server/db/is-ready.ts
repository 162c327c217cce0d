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
  await db.selectFrom('workspace').select('id').limit(1).execute();
  if (engineOf(db).kind === 'sqlite') return true;
  const { rows } = await sql<{ open: boolean }>`
    select current_setting('transaction_read_only') = 'off' as open`.execute(db);
  return rows[0]?.open === true;
}
