import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import { newId } from '../db/new-id.ts';
import type { Database, OAuthClientRow } from '../db/schema.ts';
import { createAddressList } from './address-list.ts';
import type { Environment } from './key-format.ts';
import type { Principal } from './principal.ts';
import { rightsOfClient } from './rights.ts';
import type { ScopeCatalog } from './scope-catalog.ts';
import { type SigningKeys, signingAlgorithm } from './signing-keys.ts';
import { earliest, readOrigins, words } from './stored-lists.ts';

/** Lifetime of an access token, in seconds. */
export const tokenLifetime = 15 * 60;

/** The claims of an access token (RFC 9068). */
interface TokenClaims {
  iss: string;
  sub: string;
  aud: string[];
  client_id: string;
  scope: string;
  jti: string;
  iat: number;
  exp: number;
  workspace_id: string;
  environment: Environment;
}

export interface AccessTokens {
  issue(client: OAuthClientRow, grant: { scopes: string[]; audience: string[] }): Promise<string>;
  /** The claims of a token that this portal signed and that is neither expired nor revoked; else undefined. */
  findClaims(token: string): Promise<TokenClaims | undefined>;
  /** Reads the principal of a token; throws a Refusal with status 401. */
  readPrincipal(token: string): Promise<Principal>;
  revoke(claims: TokenClaims): Promise<void>;
}

export interface TokenParts {
  db: Database;
  keys: SigningKeys;
  scopes: ScopeCatalog;
  /** The portal's address. */
  issuer: string;
  now: () => Date;
}

/** Whether a credential has the form of an access token, which a key never has. */
export function looksLikeToken(credential: string): boolean {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(credential);
}

export function createAccessTokens({ db, keys, scopes, issuer, now }: TokenParts): AccessTokens {
  const verify = async (token: string): Promise<TokenClaims> => {
    const { kid = '' } = decodeProtectedHeader(token);
    const key = await keys.find(kid);
    if (!key) throw new errors.JWSSignatureVerificationFailed();
    const options = { issuer, typ: 'at+jwt', algorithms: [signingAlgorithm], currentDate: now() };
    const { payload } = await jwtVerify<TokenClaims>(token, key.verify, options);
    return payload;
  };
  const isRevoked = async ({ jti }: TokenClaims) =>
    (await db.selectFrom('revoked_token').select('jti').where('jti', '=', jti).executeTakeFirst()) !== undefined;

  return {
    issue: async (client, grant) => {
      const { kid, sign } = await keys.current();
      const issuedAt = Math.floor(now().getTime() / 1000);
      const claims: TokenClaims = {
        iss: issuer,
        sub: client.id,
        aud: grant.audience,
        client_id: client.id,
        scope: grant.scopes.join(' '),
        jti: newId('tok'),
        iat: issuedAt,
        exp: issuedAt + tokenLifetime,
        workspace_id: client.workspace_id,
        environment: client.environment,
      };
      const header = { alg: signingAlgorithm, typ: 'at+jwt', kid };
      return new SignJWT({ ...claims }).setProtectedHeader(header).sign(sign);
    },

    findClaims: async (token) => {
      if (!looksLikeToken(token)) return undefined;
      const claims = await verify(token).catch(invalid);
      return claims && !(await isRevoked(claims)) ? claims : undefined;
    },

    readPrincipal: async (token) => {
      const claims = await verify(token).catch(refuse);
      const client = await db
        .selectFrom('oauth_client')
        .innerJoin('workspace', 'workspace.id', 'oauth_client.workspace_id')
        .select(['oauth_client.id', 'workspace_id', 'role', 'scopes', 'environment', 'allowed_addresses'])
        .select(['clock_offset', 'allowed_origins', 'workspace.expires_at'])
        .where('oauth_client.id', '=', claims.client_id)
        .executeTakeFirst();
      if (!client || (await isRevoked(claims))) throw revoked(client?.workspace_id);
      const expiresAt = earliest(new Date(claims.exp * 1000).toISOString(), client.expires_at);
      // Scopes that the client has lost since then are lost to the token too.
      const held = words(claims.scope).filter((scope) => scopes.include(words(client.scopes), scope));
      const addresses = words(client.allowed_addresses);
      return {
        workspaceId: client.workspace_id,
        actor: { type: 'oauth_client', id: client.id },
        role: client.role,
        environment: client.environment,
        scopes: held,
        grants: { ...rightsOfClient(client), scopes: held },
        audience: claims.aud,
        clockOffset: client.clock_offset,
        ...(addresses.length > 0 && { allowedAddresses: createAddressList(addresses) }),
        ...(client.allowed_origins && { allowedOrigins: readOrigins(client.allowed_origins) }),
        ...(expiresAt !== undefined && { expiresAt }),
      };
    },

    revoke: async ({ jti, exp }) => {
      await db
        .insertInto('revoked_token')
        .values({ jti, expires_at: new Date(exp * 1000).toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}

/** Removes revoked tokens that have expired. */
export async function removeExpiredTokens(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('revoked_token').where('expires_at', '<', now.toISOString()).execute();
}

function invalid(error: unknown): undefined {
  if (!(error instanceof errors.JOSEError) && !(error instanceof TypeError)) throw error;
}

function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) {
    throw new Refusal('expired_token', say('tokens.expired'));
  }
  invalid(error);
  throw new Refusal('invalid_token', say('tokens.malformed'));
}

function revoked(workspaceId: string | undefined): Refusal {
  const detail = say('tokens.revoked');
  return new Refusal('invalid_token', detail, { workspaceId });
}
