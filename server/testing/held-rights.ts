import { createAddressList } from '../identity/address-list.ts';
import { findKeyBySecret } from '../identity/api-keys.ts';
import { digestOf } from '../identity/peppers.ts';
import { type Rights, ranks, rightsOfClient, rightsOfKey, rightsOfMember } from '../identity/rights.ts';
import { needOf, satisfies } from '../identity/scopes.ts';
import type { TestPortal } from './test-portal.ts';

/** Something that gives rights in a workspace: a key, a client, a membership, an open invitation. */
export interface Held {
  workspaceId: string;
  rights: Rights;
}

/** All that gives rights in the database, by kind and id. */
export async function readHeldRights({ context: { db } }: TestPortal): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  for (const row of await db.selectFrom('api_key').selectAll().where('revoked_at', 'is', null).execute())
    held.set(`key ${row.id}`, { workspaceId: row.workspace_id, rights: rightsOfKey(row) });
  for (const row of await db.selectFrom('oauth_client').selectAll().execute())
    held.set(`client ${row.id}`, { workspaceId: row.workspace_id, rights: rightsOfClient(row) });
  for (const row of await db.selectFrom('member').selectAll().execute())
    held.set(`member ${row.person_id}`, { workspaceId: row.workspace_id, rights: rightsOfMember(row.role) });
  for (const row of await db.selectFrom('invitation').selectAll().where('revoked_at', 'is', null).execute())
    held.set(`invitation ${row.id}`, { workspaceId: row.workspace_id, rights: rightsOfMember(row.role) });
  return held;
}

/** What the secrets in a response give: keys and clients of this portal. */
export async function readSecrets({ context: { db, peppers } }: TestPortal, text: string): Promise<Held[]> {
  const found: Held[] = [];
  for (const [secret] of text.matchAll(/\b(sk_(test|live)_|cs_)[0-9A-Za-z]{40,}\b/g)) {
    const key = await findKeyBySecret(db, peppers, secret);
    if (key) found.push({ workspaceId: key.workspace_id, rights: rightsOfKey(key) });
    const digest = digestOf(peppers, peppers.current, secret);
    const client = await db.selectFrom('oauth_client').selectAll().where('digest', '=', digest).executeTakeFirst();
    if (client) found.push({ workspaceId: client.workspace_id, rights: rightsOfClient(client) });
  }
  return found;
}

/**
 * In what rights exceed others, by what they do: every operation of every API that they allow, every address from which they
 * work, their limit and their end.
 */
export function excessOf(portal: TestPortal, wanted: Rights, held: Rights): string[] {
  const allowed = reach(portal, held);
  const beyond = reach(portal, wanted).filter((operation) => !allowed.includes(operation));
  if (ranks.indexOf(wanted.role) < ranks.indexOf(held.role)) beyond.push('a higher role');
  if (wanted.environment === 'live' && held.environment === 'test') beyond.push('production');
  if (wanted.requestsPerMinute > held.requestsPerMinute) beyond.push('more requests per minute');
  if (wanted.endsAt > held.endsAt) beyond.push('a longer life');
  for (const address of ['127.0.0.1', '126.0.0.1', '198.51.100.7', '2001:db8::1'])
    if (worksFrom(wanted, address) && !worksFrom(held, address)) beyond.push(`the address ${address}`);
  return beyond;
}

function worksFrom({ addresses }: Rights, address: string): boolean {
  return addresses.length === 0 || createAddressList(addresses).has(address);
}

function reach({ context }: TestPortal, { role, scopes }: Rights): string[] {
  return [...context.apis.values()].flatMap((api) =>
    api.operations
      .filter((operation) => {
        const need = needOf(api, operation);
        return satisfies(scopes, need) && (role !== 'reader' || need.access === 'read');
      })
      .map(({ id }) => `${api.slug} ${id}`),
  );
}
