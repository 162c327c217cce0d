import { hash, randomUUID } from 'node:crypto';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../dialect/errors/refusal.ts';
import { type Environment, findKeyEnvironment, makeKey } from './key-format.ts';
import { digestOf, type Peppers } from './peppers.ts';
import type { Principal } from './principal.ts';

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
}

/** Makes a key and stores its digest; the secret is in the answer alone. */
export async function createApiKey(db: Database, peppers: Peppers, request: KeyRequest): Promise<NewKey> {
  const secret = makeKey(request.environment);
  const id = `key_${randomUUID().replaceAll('-', '')}`;
  const expires_at = request.expiresAt?.toISOString() ?? null;
  await db
    .insertInto('api_key')
    .values({
      id,
      workspace_id: request.workspaceId,
      digest: digestOf(peppers, peppers.current, secret),
      pepper_version: peppers.current,
      last_four: secret.slice(-4),
      environment: request.environment,
      scopes: request.scopes.join(' '),
      created_at: request.now.toISOString(),
      expires_at,
      revoked_at: null,
    })
    .execute();
  return { id, secret, scopes: request.scopes, expires_at };
}

export type KeyVerifier = (secret: string) => Promise<Principal>;

export interface KeyVerification {
  verifyKey: KeyVerifier;
  /** Reads anew whoever acts for a workspace, from the next request on: its clock was moved. */
  forgetWorkspace(workspaceId: string): void;
}

const remembered = 10_000;
const freshFor = 5_000;

/** Verifies keys: form and checksum first, then a short memory, then the database. Throws a Refusal with status 401. */
export function createKeyVerifier(db: Database, peppers: Peppers, now: () => number): KeyVerification {
  const known = new Map<string, { principal: Principal; until: number }>();
  let forgotten = 0;

  const verifyKey: KeyVerifier = async (secret) => {
    const environment = findKeyEnvironment(secret);
    if (!environment) throw refuse('malformed');
    // The memory's own key is a plain hash: quicker than the keyed one, and as far from the secret.
    const remembrance = hash('sha256', secret, 'base64url');
    let entry = known.get(remembrance);
    if (!entry || entry.until <= now()) {
      const before = forgotten;
      entry = { principal: await readPrincipal(db, peppers, secret), until: now() + freshFor };
      if (known.size >= remembered) known.clear();
      // What was read while a workspace was forgotten may be what was to be forgotten.
      if (before === forgotten) known.set(remembrance, entry);
    }
    if (entry.principal.expiresAt !== undefined && entry.principal.expiresAt <= now()) throw refuse('expired');
    return entry.principal;
  };

  const forgetWorkspace = (workspaceId: string) => {
    forgotten++;
    for (const [key, { principal }] of known) if (principal.workspaceId === workspaceId) known.delete(key);
  };
  return { verifyKey, forgetWorkspace };
}

async function readPrincipal(db: Database, peppers: Peppers, secret: string): Promise<Principal> {
  const digests = [...peppers.byVersion.keys()].map((version) => digestOf(peppers, version, secret));
  const row = await db
    .selectFrom('api_key')
    .innerJoin('workspace', 'workspace.id', 'api_key.workspace_id')
    .select(['api_key.id', 'workspace_id', 'environment', 'scopes', 'api_key.expires_at', 'revoked_at', 'clock_offset'])
    .where('digest', 'in', digests)
    .executeTakeFirst();
  if (!row || row.revoked_at) throw refuse('unknown');
  return {
    workspaceId: row.workspace_id,
    keyId: row.id,
    environment: row.environment,
    scopes: row.scopes.split(' '),
    clockOffset: row.clock_offset,
    ...(row.expires_at && { expiresAt: Date.parse(row.expires_at) }),
  };
}

function refuse(why: 'malformed' | 'unknown' | 'expired'): Refusal {
  if (why === 'expired') {
    return new Refusal('expired_key', {
      en: 'This key has expired. Make a new one.',
      pt: 'Esta chave expirou. Crie outra.',
    });
  }
  if (why === 'malformed') {
    return new Refusal('invalid_key', {
      en: 'This is no key of this portal: a key has 64 characters and begins with sk_test_. Copy it again, whole.',
      pt: 'Isto não é uma chave deste portal: uma chave tem 64 caracteres e começa com sk_test_. Copie-a de novo, inteira.',
    });
  }
  return new Refusal('invalid_key', {
    en: 'This key does not exist, or was revoked.',
    pt: 'Esta chave não existe ou foi revogada.',
  });
}
