import { inTransaction } from '../db/in-transaction.ts';
import { lockWorkspace } from '../db/lock-workspace.ts';
import type { Database } from '../db/schema.ts';
import { issueKey, type NewKey } from '../identity/api-keys.ts';
import type { Peppers } from '../identity/peppers.ts';
import { rightsOfMember } from '../identity/rights.ts';
import type { PersonSession } from './session.ts';

const lifetime = 8 * 60 * 60 * 1000;

/**
 * Creates the key with which the portal's console calls sandboxes, which accept no cookies, for a signed-in person. It has
 * the person's permissions, expires after some hours, and ends with the session.
 */
export async function createConsoleKey(
  db: Database,
  peppers: Peppers,
  { id: sessionId, person, current }: PersonSession,
  now: Date,
): Promise<NewKey> {
  return inTransaction(db, async (transaction) => {
    await lockWorkspace(transaction, current.id);
    await transaction
      .deleteFrom('api_key')
      .where('session_id', 'is not', null)
      .where('created_by_id', '=', person.id)
      .where('expires_at', '<', now.toISOString())
      .execute();
    const key = await issueKey(transaction, peppers, {
      workspaceId: current.id,
      environment: 'test',
      name: 'Console',
      role: current.role,
      scopes: rightsOfMember(current.role).scopes,
      createdBy: { type: 'person', id: person.id },
      now,
      expiresAt: new Date(now.getTime() + lifetime),
    });
    await transaction.updateTable('api_key').set({ session_id: sessionId }).where('id', '=', key.id).execute();
    return key;
  });
}

/** Revokes the console keys of a session or, without one, of all sessions of a person. */
export async function removeConsoleKeys(
  db: Database,
  owner: { sessionId: string } | { personId: string },
): Promise<void> {
  const keys = db.deleteFrom('api_key').where('session_id', 'is not', null);
  await ('sessionId' in owner
    ? keys.where('session_id', '=', owner.sessionId)
    : keys.where('created_by_id', '=', owner.personId)
  ).execute();
}
