import { say } from '../answers/say.ts';
import type { Texts } from '../answers/texts.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import type { Database } from '../db/schema.ts';
import { issueKey, type NewKey } from './api-keys.ts';
import type { Peppers } from './peppers.ts';

export interface GuestWorkspace {
  workspace: { id: string; kind: 'guest'; expires_at: string };
  api_key: NewKey;
}

const lifetime = 24 * 60 * 60 * 1000;

/** The name of a guest's key. */
const keyName: Texts = say('keys.guest');

/** Creates a workspace that expires after 24 hours, with a test key with all scopes, named in the guest's language. */
export async function openGuestWorkspace(
  db: Database,
  peppers: Peppers,
  { language, now }: { language: keyof Texts; now: Date },
): Promise<GuestWorkspace> {
  const id = newId('wsp');
  const expiresAt = new Date(now.getTime() + lifetime);
  return inTransaction(db, async (transaction) => {
    const workspace = { id, kind: 'guest' as const, expires_at: expiresAt.toISOString() };
    await transaction
      .insertInto('workspace')
      .values({ ...workspace, created_at: now.toISOString() })
      .execute();
    const scopes = ['*:read', '*:write'];
    const name = keyName[language];
    const request = { workspaceId: id, name, environment: 'test' as const, scopes, now, expiresAt };
    return { workspace, api_key: await issueKey(transaction, peppers, request) };
  });
}

/** Whether callers of a workspace may ask about credentials of another one, as gateways do: guests may not. */
export async function maySee(db: Database, workspaceId: string, otherId: string): Promise<boolean> {
  if (workspaceId === otherId) return true;
  const workspace = await db.selectFrom('workspace').select('kind').where('id', '=', workspaceId).executeTakeFirst();
  return workspace !== undefined && workspace.kind !== 'guest';
}

/** Ends a workspace, in a transaction: from now on nobody gets in, and the cleaning removes the rest. */
export async function closeWorkspace(transaction: Database, id: string, now: Date): Promise<void> {
  const expires_at = new Date(now.getTime() - 1).toISOString();
  await transaction.updateTable('workspace').set({ expires_at }).where('id', '=', id).execute();
  for (const table of ['member', 'api_key', 'oauth_client', 'invitation'] as const)
    await transaction.deleteFrom(table).where('workspace_id', '=', id).execute();
}
