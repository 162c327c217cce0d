import { notFound } from '../answers/refusal.ts';
import type { Database } from '../db/schema.ts';
import { removeConsoleKeys } from './console-keys.ts';

/** A session as shown to its person: the browser, when it started, when it ends. */
export interface OwnSession {
  id: string;
  current: boolean;
  user_agent: string | null;
  created_at: string;
  expires_at: string;
}

/** The active sessions of a person, newest first. */
export async function listSessions(
  db: Database,
  { personId, currentId, now }: { personId: string; currentId: string; now: Date },
): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('person_session')
    .select(['id', 'user_agent', 'created_at', 'expires_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', now.toISOString())
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(({ id, user_agent, created_at, expires_at }) => ({
    id,
    current: id === currentId,
    user_agent,
    created_at: new Date(created_at).toISOString(),
    expires_at: new Date(expires_at).toISOString(),
  }));
}

/** Ids of a person's sessions: one of them (404 if it is another person's), or all but one. */
export async function findSessionIds(
  db: Database,
  personId: string,
  which: { only: string } | { but: string },
): Promise<string[]> {
  const own = db.selectFrom('person_session').select('id').where('person_id', '=', personId);
  const rows = await ('only' in which ? own.where('id', '=', which.only) : own.where('id', '<>', which.but)).execute();
  if ('only' in which && rows.length === 0) throw notFound(which.only);
  return rows.map(({ id }) => id);
}

/** Ends sessions and revokes their console keys. */
export async function endSessions(db: Database, ids: string[]): Promise<void> {
  for (const sessionId of ids) {
    await db.deleteFrom('person_session').where('id', '=', sessionId).execute();
    await removeConsoleKeys(db, { sessionId });
  }
}
