import type { Database } from '../db/schema.ts';
import type { Role } from '../dialect/access.ts';

/** Keys and OAuth clients of a workspace that somebody has made, themselves or by means of others of them. */
interface Made {
  keys: string[];
  clients: string[];
}

/** Those that may do more, the role that may do most first. */
const ranks: Role[] = ['administrator', 'developer', 'reader'];

/** Lets a member's keys and clients do no more than the member; what could do less already stays as it is. */
export async function capCredentials(db: Database, workspaceId: string, personId: string, role: Role): Promise<void> {
  const higher = ranks.slice(0, ranks.indexOf(role));
  const { keys, clients } = await findMadeBy(db, workspaceId, personId);
  for (const [table, ids] of [
    ['api_key', keys],
    ['oauth_client', clients],
  ] as const) {
    if (ids.length === 0 || higher.length === 0) continue;
    await db
      .updateTable(table as 'api_key')
      .set({ role })
      .where('id', 'in', ids)
      .where('role', 'in', higher)
      .execute();
  }
}

/** Ends whatever a member could still come in with after leaving. */
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
}

async function findMadeBy(db: Database, workspaceId: string, personId: string): Promise<Made> {
  const credentials = await readCredentials(db, workspaceId);
  const makers = new Set([personId]);
  const made: Made = { keys: [], clients: [] };
  let found = makers.size;
  // What was made by a key was made by whoever made that key.
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
