import type { Role } from '../dialect/access.ts';
import type { AddressList } from './address-list.ts';
import type { Environment } from './key-format.ts';
import type { Rights } from './rights.ts';

/** For whom a request acts: the result of authentication, whatever the credential. */
export interface Principal {
  workspaceId: string;
  actor: Actor;
  /** The role of the actor's owner in the workspace. */
  role: Role;
  environment: Environment;
  scopes: string[];
  /** The session of a signed-in person. */
  sessionId?: string;
  /** The most that the caller may grant to another secret or person: see `checkGrant`. */
  grants: Rights;
  /** The audience of an access token, as API addresses; without it, every API of this portal. */
  audience?: string[];
  /** The addresses from which calls are allowed; without it, any. */
  allowedAddresses?: AddressList;
  /** The key's own limit, besides those of the APIs. */
  requestsPerMinute?: number;
  /** The origins whose pages may read the workspace's responses; without it, any. */
  allowedOrigins?: string[];
  /** Milliseconds since 1970, on the real clock. */
  expiresAt?: number;
  /** Milliseconds by which the workspace's clock is ahead of the real one. */
  clockOffset: number;
}

/** What made the request: a key, an OAuth client through its token, or a signed-in person. */
export interface Actor {
  type: 'api_key' | 'oauth_client' | 'person';
  id: string;
}
