import type { Generated } from 'kysely';

/** Lists of scopes and addresses are words with spaces between them. */
export interface ApiKeyTable {
  id: string;
  workspace_id: string;
  name: Generated<string>;
  /** HMAC-SHA-256 of the secret under the pepper of this version; the secret itself is never kept. */
  digest: string;
  pepper_version: number;
  last_four: string;
  environment: 'test' | 'live';
  /** What its owner is in the workspace. */
  role: Generated<'administrator' | 'developer' | 'reader'>;
  scopes: string;
  allowed_addresses: Generated<string>;
  requests_per_minute: number | null;
  created_by_type: ActorType | null;
  created_by_id: string | null;
  /** The key that this one was made to follow. */
  replaces: string | null;
  /** The session for whose console the portal made it; it ends with that. */
  session_id: string | null;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
}

type ActorType = 'api_key' | 'oauth_client' | 'person' | 'anonymous';

export interface OAuthClientTable {
  id: string;
  workspace_id: string;
  name: string;
  environment: 'test' | 'live';
  role: 'administrator' | 'developer' | 'reader';
  scopes: string;
  digest: string;
  pepper_version: number;
  last_four: string;
  previous_digest: string | null;
  previous_pepper_version: number | null;
  previous_secret_expires_at: string | null;
  created_by_type: ActorType | null;
  created_by_id: string | null;
  created_at: string;
}

/** The portal's keys that sign access tokens; a new one is published before it signs, an old one until its tokens are over. */
export interface SigningKeyTable {
  generation: number;
  kid: string;
  /** A JWK. */
  public_key: string;
  /** A JWK, sealed under the pepper. */
  private_key: string;
  active_from: string;
}

/** Access tokens that were given up before their time. */
export interface RevokedTokenTable {
  jti: string;
  expires_at: string;
}

/** How often a key or a client was used on a day (UTC), and the last time that day. */
export interface CredentialUseTable {
  credential_id: string;
  day: string;
  workspace_id: string;
  calls: number;
  last_at: string;
  last_address: string | null;
  last_api: string | null;
}

/** Who did what in a workspace; nothing of it is ever changed. */
export interface AuditEventTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  action: string;
  actor_type: ActorType;
  actor_id: string | null;
  target_type: string;
  target_id: string;
  details: string;
  address: string | null;
  request_id: string | null;
  created_at: string;
}
