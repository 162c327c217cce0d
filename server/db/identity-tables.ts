import type { Generated } from 'kysely';

/** `scopes` and `allowed_addresses` are space-separated lists. */
export interface ApiKeyTable {
  id: string;
  workspace_id: string;
  name: Generated<string>;
  /** HMAC-SHA-256 of the secret with the pepper of this version; the secret itself is never stored. */
  digest: string;
  pepper_version: number;
  last_four: string;
  environment: 'test' | 'live';
  /** Its owner's role in the workspace. */
  role: Generated<'administrator' | 'developer' | 'reader'>;
  scopes: string;
  allowed_addresses: Generated<string>;
  requests_per_minute: number | null;
  created_by_type: ActorType | null;
  created_by_id: string | null;
  /** The id of the key that this one replaces. */
  replaces: string | null;
  /** The session for whose console the portal created it; it expires with the session. */
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
  allowed_addresses: Generated<string>;
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

/** The portal's signing keys for access tokens; published before first use, and until the last token has expired. */
export interface SigningKeyTable {
  generation: number;
  kid: string;
  /** A JWK. */
  public_key: string;
  /** A JWK, encrypted with the pepper. */
  private_key: string;
  active_from: string;
}

/** Access tokens revoked before they expired. */
export interface RevokedTokenTable {
  jti: string;
  expires_at: string;
}

/** How often a key or client was used on a day (UTC), and when last. */
export interface CredentialUseTable {
  credential_id: string;
  day: string;
  workspace_id: string;
  calls: number;
  last_at: string;
  last_address: string | null;
  last_api: string | null;
}

/** The audit trail of a workspace; append-only. */
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
