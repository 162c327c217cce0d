import { join, relative } from 'node:path';
import type { Config } from './config.ts';
import { openDatabase } from './db/open-database.ts';
import type { Database } from './db/schema.ts';
import { createLimitStates, type LimitStates } from './dialect/limits/limit-states.ts';
import { type AccessTokens, createAccessTokens, looksLikeToken } from './identity/access-tokens.ts';
import { type AddressLimit, createAddressLimit } from './identity/address-limit.ts';
import { readKeyPrincipal } from './identity/api-keys.ts';
import { createUseCounter, type UseCounter } from './identity/credential-uses.ts';
import { type Peppers, readPeppers } from './identity/peppers.ts';
import { type CredentialVerifier, rememberPrincipals } from './identity/remembered-principals.ts';
import { createScopeCatalog, type ScopeCatalog } from './identity/scopes.ts';
import { createSigningKeys, type SigningKeys } from './identity/signing-keys.ts';
import { DocumentFaults, type Fault } from './openapi/faults.ts';
import { findSpecs } from './openapi/find-specs.ts';
import { createPeople, type People } from './people/people.ts';
import { createSeeder } from './sandbox/seed/ensure-seeded.ts';
import { type ServedApi, serveApi } from './sandbox/served-api.ts';
import { createWebhooks, type Webhooks } from './webhooks/webhooks.ts';

const minute = 60 * 1000;
const leakReportsPerMinute = 30;

/** The few long-lived things that a request may need; made here alone, and overridden in parts by tests. */
export interface Context {
  config: Config;
  db: Database;
  now: () => Date;
  apis: Map<string, ServedApi>;
  /** The faults of documents that cannot be served, by slug. */
  faulty: Map<string, Fault[]>;
  peppers: Peppers;
  verifyCredential: CredentialVerifier;
  /** Reads anew whoever acts for a workspace, from the next request on. */
  forgetWorkspace(workspaceId: string): void;
  /** Counts credentials that were no good, by address. */
  badCredentials: AddressLimit;
  leakReports: AddressLimit;
  uses: UseCounter;
  scopes: ScopeCatalog;
  signingKeys: SigningKeys;
  tokens: AccessTokens;
  guestLimit: AddressLimit;
  people: People;
  limitStates: LimitStates;
  ensureSeeded: ReturnType<typeof createSeeder>;
  webhooks: Webhooks;
}

export async function createContext(
  config: Config,
  overrides: Partial<Pick<Context, 'db' | 'now'>> = {},
): Promise<Context> {
  const now = overrides.now ?? (() => new Date());
  const milliseconds = () => now().getTime();
  const db = overrides.db ?? (await openDatabase(config.databaseUrl));
  const peppers = readPeppers(config.keyPeppers, join(config.dataDir, 'key-peppers'));
  const served = await serveApis(config);
  const scopes = createScopeCatalog(served.apis.values());
  const signingKeys = createSigningKeys(db, peppers, milliseconds);
  const tokens = createAccessTokens({ db, keys: signingKeys, scopes, issuer: config.publicUrl, now });
  const { verify, forgetWorkspace } = rememberPrincipals(
    (credential) =>
      looksLikeToken(credential) ? tokens.readPrincipal(credential) : readKeyPrincipal(db, peppers, credential),
    milliseconds,
  );
  return {
    config,
    db,
    now,
    ...served,
    peppers,
    verifyCredential: verify,
    forgetWorkspace,
    badCredentials: config.limits
      ? createAddressLimit(config.badCredentialsPerMinute, milliseconds, minute)
      : () => undefined,
    leakReports: createAddressLimit(leakReportsPerMinute, milliseconds, minute),
    uses: createUseCounter(db, now),
    scopes,
    signingKeys,
    tokens,
    guestLimit: createAddressLimit(config.guestsPerHour, milliseconds),
    people: createPeople({ db, config, peppers, now, forgetWorkspace }),
    limitStates: createLimitStates(milliseconds),
    ensureSeeded: createSeeder(db, now),
    webhooks: createWebhooks({ config, db, peppers, apis: served.apis, now }),
  };
}

/** A document with faults is set aside with them; the other APIs are served. */
async function serveApis({ specsPath, documentsDir }: Config): Promise<Pick<Context, 'apis' | 'faulty'>> {
  const apis = new Map<string, ServedApi>();
  const faulty = new Map<string, Fault[]>();
  for (const { slug, folder } of findSpecs(specsPath)) {
    try {
      apis.set(slug, await serveApi(folder, documentsDir));
    } catch (error) {
      faulty.set(slug, error instanceof DocumentFaults ? error.faults : [profileFault(folder, error as Error)]);
    }
  }
  return { apis, faulty };
}

function profileFault(folder: string, error: Error): Fault {
  const message = { en: error.message, pt: `O perfil ou os dados não puderam ser carregados (${error.message}).` };
  const mend = {
    en: 'Correct the profile or the seed data beside the document.',
    pt: 'Corrija o perfil ou os dados iniciais que estão ao lado do documento.',
  };
  return { file: relative(process.cwd(), join(folder, 'sandbox.ts')), line: 1, message, mend };
}
