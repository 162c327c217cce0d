import type { Database } from '../db/schema.ts';

/** Removes expired sessions and links; returns the number of sessions. */
export async function removeExpiredSessions(db: Database, now: Date): Promise<number> {
  const before = now.toISOString();
  await db.deleteFrom('person_verification').where('expires_at', '<', before).execute();
  const { numDeletedRows } = await db.deleteFrom('person_session').where('expires_at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
