import { notFound } from '../answers/refusal.ts';
import { newId } from '../db/new-id.ts';
import { type PageOfRows, pageOfRows } from '../db/page-of-rows.ts';
import type { Database, OAuthClientRow } from '../db/schema.ts';
import type { Role } from '../dialect/access.ts';
import { isSameSecret } from './is-same-secret.ts';
import { type Environment, makeSecret } from './key-format.ts';
import { isBehind, type PageOfNewest } from './newest-first.ts';
import { digestOf, type Peppers } from './peppers.ts';
import type { Actor } from './principal.ts';

/** The prefix of client secrets. */
const secretPrefix = 'cs_';

export interface ClientRequest {
  workspaceId: string;
  name: string;
  environment: Environment;
  role: Role;
  scopes: string[];
  /** Empty for any. */
  allowedAddresses?: string[];
  createdBy: Actor;
  now: Date;
}

/** Creates a client and stores its secret's digest; the secret is only in the returned value. */
export async function insertClient(
  db: Database,
  peppers: Peppers,
  { workspaceId, name, environment, role, scopes, allowedAddresses = [], createdBy, now }: ClientRequest,
): Promise<{ client: OAuthClientRow; secret: string }> {
  const secret = makeSecret(secretPrefix);
  const client = await db
    .insertInto('oauth_client')
    .values({
      id: newId('cli'),
      workspace_id: workspaceId,
      name,
      environment,
      role,
      scopes: scopes.join(' '),
      allowed_addresses: allowedAddresses.join(' '),
      ...digested(peppers, secret),
      created_by_type: createdBy.type,
      created_by_id: createdBy.id,
      created_at: now.toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { client, secret };
}

/** A workspace's client by its id; refuses with 404 an id of another workspace too. */
export async function getClient(db: Database, workspaceId: string, id: string): Promise<OAuthClientRow> {
  const client = await findOAuthClient(db, id);
  if (client?.workspace_id !== workspaceId) throw notFound(id);
  return client;
}

/** A page of a workspace's clients, newest first. */
export async function listClients(
  db: Database,
  workspaceId: string,
  { limit, after }: PageOfNewest,
): Promise<PageOfRows<OAuthClientRow>> {
  const rows = await db
    .selectFrom('oauth_client')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(isBehind(after))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOfRows(rows, limit);
}

export async function findOAuthClient(db: Database, id: string): Promise<OAuthClientRow | undefined> {
  return db.selectFrom('oauth_client').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function changeOAuthClient(
  db: Database,
  id: string,
  { name, scopes, allowed_addresses }: { name?: string; scopes?: string[]; allowed_addresses?: string[] },
): Promise<OAuthClientRow> {
  return db
    .updateTable('oauth_client')
    .set({
      ...(name !== undefined && { name }),
      ...(scopes && { scopes: scopes.join(' ') }),
      ...(allowed_addresses && { allowed_addresses: allowed_addresses.join(' ') }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Gives a client a new secret; the previous one stays valid for the given seconds. The client now counts as created by who
 * got the secret, and ends when that person leaves.
 */
export async function rotateClientSecret(
  db: Database,
  peppers: Peppers,
  client: OAuthClientRow,
  { overlapSeconds, createdBy, now }: { overlapSeconds: number; createdBy: Actor; now: Date },
): Promise<{ secret: string; previous_secret_expires_at: string | null }> {
  const secret = makeSecret(secretPrefix);
  const overlaps = overlapSeconds > 0;
  const previous_secret_expires_at = overlaps ? new Date(now.getTime() + overlapSeconds * 1000).toISOString() : null;
  await db
    .updateTable('oauth_client')
    .set({
      ...digested(peppers, secret),
      created_by_type: createdBy.type,
      created_by_id: createdBy.id,
      previous_digest: overlaps ? client.digest : null,
      previous_pepper_version: overlaps ? client.pepper_version : null,
      previous_secret_expires_at,
    })
    .where('id', '=', client.id)
    .execute();
  return { secret, previous_secret_expires_at };
}

/** The client with this id and secret; undefined for an unknown client or a wrong secret. */
export async function authenticateClient(
  db: Database,
  peppers: Peppers,
  { id, secret, now }: { id: string; secret: string; now: Date },
): Promise<OAuthClientRow | undefined> {
  const client = await findOAuthClient(db, id);
  // An unknown client takes as long as a wrong secret.
  const held = client ? secretsOf(client, now) : [{ version: peppers.current, digest: '' }];
  const isRight = held.map((each) => isSecretOf(peppers, each, secret)).includes(true);
  return isRight ? client : undefined;
}

interface HeldSecret {
  version: number;
  digest: string;
}

/** The secret of a client and, during an overlap, the previous one. */
function secretsOf(client: OAuthClientRow, now: Date): HeldSecret[] {
  const { previous_digest: digest, previous_pepper_version: version, previous_secret_expires_at: until } = client;
  const own = { version: client.pepper_version, digest: client.digest };
  const overlaps = digest && version !== null && until && Date.parse(until) > now.getTime();
  return overlaps ? [own, { version, digest }] : [own];
}

function digested(peppers: Peppers, secret: string) {
  return {
    digest: digestOf(peppers, peppers.current, secret),
    pepper_version: peppers.current,
    last_four: secret.slice(-4),
  };
}

/** Secrets under a removed pepper no longer match. */
function isSecretOf(peppers: Peppers, { version, digest }: HeldSecret, secret: string): boolean {
  return peppers.byVersion.has(version) && isSameSecret(digestOf(peppers, version, secret), digest);
}
