import type { Activity } from './activity/record-activity.ts';
import type { Config } from './config.ts';
import type { Database } from './db/schema.ts';
import type { LimitStates } from './dialect/limits/limit-states.ts';
import type { LiveStreams } from './events/live-streams.ts';
import type { ApiAddresses } from './http/api-address.ts';
import type { AccessTokens } from './identity/access-tokens.ts';
import type { AddressLimit } from './identity/address-limit.ts';
import type { UseCounter } from './identity/credential-uses.ts';
import type { Peppers } from './identity/peppers.ts';
import type { CredentialVerifier } from './identity/principal-cache.ts';
import type { ScopeCatalog } from './identity/scope-catalog.ts';
import type { SigningKeys } from './identity/signing-keys.ts';
import type { Log } from './log.ts';
import type { FaultBook } from './openapi/isolation/fault-book.ts';
import type { People } from './people/people.ts';
import type { ServedApi } from './plan/served-api.ts';
import type { StorageQuota } from './records/storage-quota.ts';
import type { Seeder } from './sandbox/seed/ensure-seeded.ts';
import type { Features } from './settings/portal/features.ts';
import type { Portal } from './settings/portal/read-portal.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

/** An API that is served outside `/sandbox`, with and without the path that its document's server has. */
interface AtRoot {
  api: ServedApi;
  path: string;
}

/** The few long-lived objects that a request may need. `createContext` builds it; all other modules import only its type. */
export interface Context {
  config: Config;
  /** What the portal says of itself. */
  portal: Portal;
  /** What it has; all else is answered as if it did not exist. */
  features: Features;
  db: Database;
  log: Log;
  now: () => Date;
  apis: Map<string, ServedApi>;
  /** What is left out of the APIs, and why. */
  faults: FaultBook;
  peppers: Peppers;
  verifyCredential: CredentialVerifier;
  /** The key that every caller on this machine is taken to have sent. Only who starts the server can set it, never a request. */
  localCredential?: string;
  /** The API that is also served at the root of the portal's own address, where nothing else is. */
  root?: AtRoot;
  /** The host names and ports that an API has to itself. */
  apiAddresses: ApiAddresses;
  /** Makes every process forget the cached principals of a workspace and check its event streams again. */
  forgetWorkspace(workspaceId: string): void;
  /** Removes everything of a workspace that was closed. */
  removeWorkspace(workspaceId: string): Promise<void>;
  /** Forgets what other processes announce from now on; returns a function that stops it. */
  followChanges(): () => Promise<void>;
  /** Counts invalid credentials per address. */
  badCredentials: AddressLimit;
  leakReports: AddressLimit;
  uses: UseCounter;
  scopes: ScopeCatalog;
  signingKeys: SigningKeys;
  tokens: AccessTokens;
  guestLimit: AddressLimit;
  /** How many suggestions an address may send, and all of them together. */
  suggestionLimits: Record<'fromAddress' | 'inAll', AddressLimit>;
  people: People;
  limitStates: LimitStates;
  ensureSeeded: Seeder;
  storage: StorageQuota;
  streams: LiveStreams;
  webhooks: Webhooks;
  activity: Activity;
}
