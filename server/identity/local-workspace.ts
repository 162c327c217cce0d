import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import type { Database } from '../db/schema.ts';
import { issueKey, type NewKey } from './api-keys.ts';
import type { Peppers } from './peppers.ts';

/** Creates a workspace that stays, for whoever starts a server for themselves, and returns a test key of it with all scopes. */
export async function openLocalWorkspace(db: Database, peppers: Peppers, now: Date): Promise<NewKey> {
  const id = newId('wsp');
  return inTransaction(db, async (transaction) => {
    const row = { id, kind: 'team' as const, name: 'Sandbox', created_at: now.toISOString(), expires_at: null };
    await transaction.insertInto('workspace').values(row).execute();
    const scopes = ['*:read', '*:write'];
    const request = { workspaceId: id, name: 'Sandbox', environment: 'test' as const, scopes, now, expiresAt: null };
    return issueKey(transaction, peppers, request);
  });
}
