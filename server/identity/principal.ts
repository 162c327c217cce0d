import type { Role } from '../dialect/access.ts';
import type { AddressList } from './address-list.ts';
import type { Environment } from './key-format.ts';

/** Who a request acts for: what the pipeline knows after credentials were checked, whatever their kind. */
export interface Principal {
  workspaceId: string;
  actor: Actor;
  /** What the actor's owner is in the workspace. */
  role: Role;
  environment: Environment;
  scopes: string[];
  /** The APIs that an access token is meant for, by their addresses; without it, any of this portal. */
  audience?: string[];
  /** Where calls must come from; without it, from anywhere. */
  allowedAddresses?: AddressList;
  /** The key's own limit, besides those of the APIs. */
  requestsPerMinute?: number;
  /** The origins whose pages may read the workspace's answers; without it, any. */
  allowedOrigins?: string[];
  /** Milliseconds since 1970, on the real clock. */
  expiresAt?: number;
  /** Milliseconds by which the workspace's clock is ahead of the real one. */
  clockOffset: number;
}

/** By what a request is made: a key, an OAuth client through its token, or a person who is signed in. */
export interface Actor {
  type: 'api_key' | 'oauth_client' | 'person';
  id: string;
}
