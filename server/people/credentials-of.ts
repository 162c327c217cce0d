import type { Database } from '../db/schema.ts';
import type { Role } from '../dialect/access.ts';
import { ranks } from '../identity/rights.ts';

/** Keys and OAuth clients of a workspace that a person created, directly or through other such credentials. */
interface Made {
  keys: string[];
  clients: string[];
}

/** Limits what a member has issued to the member's role: keys, clients and open invitations; those with less are unchanged. */
export async function capCredentials(
  db: Database,
  { workspaceId, personId, role, now }: { workspaceId: string; personId: string; role: Role; now: Date },
): Promise<void> {
  const higher = ranks.slice(0, ranks.indexOf(role));
  if (higher.length === 0) return;
  const { keys, clients } = await findMadeBy(db, workspaceId, personId);
  for (const [table, ids] of [
    ['api_key', keys],
    ['oauth_client', clients],
  ] as const) {
    if (ids.length === 0) continue;
    await db
      .updateTable(table as 'api_key')
      .set({ role })
      .where('id', 'in', ids)
      .where('role', 'in', higher)
      .execute();
  }
  // Only administrators invite.
  await revokeInvitations(db, workspaceId, [personId, ...keys, ...clients], now);
}

/** Revokes all that a member who leaves has issued. */
export async function revokeCredentials(db: Database, workspaceId: string, personId: string, now: Date): Promise<void> {
  const { keys, clients } = await findMadeBy(db, workspaceId, personId);
  if (keys.length > 0) {
    await db
      .updateTable('api_key')
      .set({ revoked_at: now.toISOString() })
      .where('id', 'in', keys)
      .where('revoked_at', 'is', null)
      .execute();
  }
  if (clients.length > 0) await db.deleteFrom('oauth_client').where('id', 'in', clients).execute();
  await revokeInvitations(db, workspaceId, [personId, ...keys, ...clients], now);
}

async function revokeInvitations(db: Database, workspaceId: string, issuers: string[], now: Date): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ revoked_at: now.toISOString() })
    .where('workspace_id', '=', workspaceId)
    .where('issued_by', 'in', issuers)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

async function findMadeBy(db: Database, workspaceId: string, personId: string): Promise<Made> {
  const credentials = await readCredentials(db, workspaceId);
  const makers = new Set([personId]);
  const made: Made = { keys: [], clients: [] };
  let found = makers.size;
  // Credentials created with a key count as created by the key's creator.
  do {
    found = makers.size;
    for (const { id, by, kind } of credentials) {
      if (by === null || !makers.has(by) || makers.has(id)) continue;
      makers.add(id);
      made[kind].push(id);
    }
  } while (makers.size > found);
  return made;
}

async function readCredentials(
  db: Database,
  workspaceId: string,
): Promise<{ id: string; by: string | null; kind: keyof Made }[]> {
  const read = (table: 'api_key' | 'oauth_client') =>
    db
      .selectFrom(table as 'api_key')
      .select(['id', 'created_by_id as by'])
      .where('workspace_id', '=', workspaceId)
      .execute();
  const [keys, clients] = [await read('api_key'), await read('oauth_client')];
  return [
    ...keys.map((row) => ({ ...row, kind: 'keys' as const })),
    ...clients.map((row) => ({ ...row, kind: 'clients' as const })),
  ];
}
