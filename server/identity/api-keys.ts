import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { newId } from '../db/new-id.ts';
import type { ApiKeyRow, Database } from '../db/schema.ts';
import type { Role } from '../dialect/access.ts';
import { createAddressList } from './address-list.ts';
import { type Environment, findKeyEnvironment, makeKey } from './key-format.ts';
import { digestOf, type Peppers } from './peppers.ts';
import type { Actor, Principal } from './principal.ts';
import { rightsOfKey } from './rights.ts';
import { earliest, readOrigins, words } from './stored-lists.ts';

export interface NewKey {
  id: string;
  secret: string;
  scopes: string[];
  expires_at: string | null;
}

export interface KeyRequest {
  workspaceId: string;
  environment: Environment;
  scopes: string[];
  now: Date;
  expiresAt: Date | null;
  name?: string;
  role?: Role;
  allowedAddresses?: string[];
  requestsPerMinute?: number | null;
  createdBy?: Actor;
  replaces?: string;
}

/** Creates a key and stores its digest; the secret is only in the returned value. */
export async function issueKey(db: Database, peppers: Peppers, request: KeyRequest): Promise<NewKey> {
  const secret = makeKey(request.environment);
  const id = newId('key');
  const expires_at = request.expiresAt?.toISOString() ?? null;
  await db
    .insertInto('api_key')
    .values({
      id,
      workspace_id: request.workspaceId,
      name: request.name ?? '',
      digest: digestOf(peppers, peppers.current, secret),
      pepper_version: peppers.current,
      last_four: secret.slice(-4),
      environment: request.environment,
      role: request.role ?? 'administrator',
      scopes: request.scopes.join(' '),
      allowed_addresses: request.allowedAddresses?.join(' ') ?? '',
      requests_per_minute: request.requestsPerMinute ?? null,
      created_by_type: request.createdBy?.type ?? null,
      created_by_id: request.createdBy?.id ?? null,
      replaces: request.replaces ?? null,
      created_at: request.now.toISOString(),
      expires_at,
      revoked_at: null,
    })
    .execute();
  return { id, secret, scopes: request.scopes, expires_at };
}

/** The row for a complete key, even a revoked one; undefined for an invalid key, or one of another portal. */
export async function findKeyBySecret(db: Database, peppers: Peppers, secret: string): Promise<ApiKeyRow | undefined> {
  if (!findKeyEnvironment(secret)) return undefined;
  return db.selectFrom('api_key').selectAll().where('digest', 'in', digestsOf(peppers, secret)).executeTakeFirst();
}

/** Reads the principal of a key: form and checksum first, then the database. Throws a Refusal with status 401. */
export async function readKeyPrincipal(db: Database, peppers: Peppers, secret: string): Promise<Principal> {
  if (!findKeyEnvironment(secret)) throw malformed();
  const row = await db
    .selectFrom('api_key')
    .innerJoin('workspace', 'workspace.id', 'api_key.workspace_id')
    .selectAll('api_key')
    .select(['clock_offset', 'allowed_origins', 'workspace.expires_at as workspace_expires_at'])
    .where('digest', 'in', digestsOf(peppers, secret))
    .executeTakeFirst();
  if (!row || row.revoked_at) throw unknown(row?.workspace_id);
  const expiresAt = earliest(row.expires_at, row.workspace_expires_at);
  const addresses = words(row.allowed_addresses);
  return {
    workspaceId: row.workspace_id,
    actor: { type: 'api_key', id: row.id },
    environment: row.environment,
    scopes: words(row.scopes),
    role: row.role,
    grants: rightsOfKey(row),
    clockOffset: row.clock_offset,
    ...(addresses.length > 0 && { allowedAddresses: createAddressList(addresses) }),
    ...(row.requests_per_minute !== null && { requestsPerMinute: row.requests_per_minute }),
    ...(row.allowed_origins && { allowedOrigins: readOrigins(row.allowed_origins) }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

function digestsOf(peppers: Peppers, secret: string): string[] {
  return [...peppers.byVersion.keys()].map((version) => digestOf(peppers, version, secret));
}

function malformed(): Refusal {
  return new Refusal('invalid_key', say('keys.malformed'));
}

function unknown(workspaceId?: string): Refusal {
  const detail = say('keys.unknown');
  return new Refusal('invalid_key', detail, { workspaceId });
}
