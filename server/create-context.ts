import { join } from 'node:path';
import { createActivity } from './activity/record-activity.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { createDuty } from './db/duty.ts';
import { engineOf } from './db/engine.ts';
import { openDatabase } from './db/open-database.ts';
import { createLimitStates } from './dialect/limits/limit-states.ts';
import { putLimitState } from './dialect/limits/put-limit-state.ts';
import { createSharedLimitStates } from './dialect/limits/shared-limit-states.ts';
import { eventTypesOf } from './events/event-names.ts';
import { createLiveStreams } from './events/live-streams.ts';
import { announceChange, listenForChanges } from './events/workspace-changes.ts';
import { apiHosts } from './http/api-hosts.ts';
import { createAccessTokens, looksLikeToken } from './identity/access-tokens.ts';
import { createAddressLimit } from './identity/address-limit.ts';
import { readKeyPrincipal } from './identity/api-keys.ts';
import { createUseCounter } from './identity/credential-uses.ts';
import { openPeppers } from './identity/open-peppers.ts';
import { digestOf } from './identity/peppers.ts';
import { cachePrincipals } from './identity/principal-cache.ts';
import { createScopeCatalog, scopesOf } from './identity/scope-catalog.ts';
import { createSigningKeys } from './identity/signing-keys.ts';
import { createLog } from './log.ts';
import { DocumentFaults } from './openapi/faults.ts';
import { findSpecs } from './openapi/find-specs.ts';
import { createFaultBook } from './openapi/isolation/fault-book.ts';
import { isolate } from './openapi/isolation/isolate.ts';
import { createPeople } from './people/people.ts';
import type { ServedApi } from './plan/served-api.ts';
import { advanceLiveWorkspaces } from './records/lifecycle/advance-live-workspaces.ts';
import { removeWorkspace } from './records/remove-workspaces.ts';
import { createStorageQuota } from './records/storage-quota.ts';
import { createSeeder } from './sandbox/seed/ensure-seeded.ts';
import { serveApi } from './sandbox/serve-api.ts';
import { featuresOf } from './settings/portal/features.ts';
import type { ApiSettings } from './settings/portal/portal-config.ts';
import { readPortal } from './settings/portal/read-portal.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

const leakReportsPerMinute = 30;

/** All addresses together may send so many times what one may. */
const suggestingAddresses = 20;

/** Opens the database, loads the documents and creates everything else; tests override parts of it. */
export async function createContext(
  config: Config,
  overrides: Partial<Pick<Context, 'db' | 'now' | 'log' | 'portal'> & { served: ServedApis }> = {},
): Promise<Context> {
  const now = overrides.now ?? (() => new Date());
  const milliseconds = () => now().getTime();
  const log = overrides.log ?? createLog(config.logLevel);
  const db = overrides.db ?? (await openDatabase(config.databaseUrl, config.databaseConnections));
  const peppers = await openPeppers(
    db,
    { setting: config.keyPeppers, file: join(config.dataDir, 'key-peppers') },
    now(),
  );
  const portal = overrides.portal ?? (await readPortal(config.portal));
  const features = featuresOf(portal);
  const served = overrides.served ?? (await serveApis(config, portal));
  const scopes = createScopeCatalog(served.apis.values());
  const signingKeys = createSigningKeys(db, peppers, milliseconds);
  const tokens = createAccessTokens({ db, keys: signingKeys, scopes, issuer: config.publicUrl, now });
  const principals = cachePrincipals(
    (credential) =>
      looksLikeToken(credential) ? tokens.readPrincipal(credential) : readKeyPrincipal(db, peppers, credential),
    milliseconds,
  );
  const forgetWorkspace = (workspaceId: string) => {
    principals.forgetWorkspace(workspaceId);
    // Without the announcement, other processes find out within a second.
    announceChange(db, { workspaceId, access: true }).catch((error) => log.error(error));
  };
  // A file has one server; a PostgreSQL may have several, whose limits hold together.
  const limitStates =
    engineOf(db).kind === 'postgres'
      ? createSharedLimitStates(
          // Callers are network addresses, accounts and workspaces: the database holds only what they hash to.
          (write) =>
            putLimitState(db, { ...write, caller: digestOf(peppers, peppers.current, `limit ${write.caller}`) }),
          milliseconds,
          (error) => log.error(error),
        )
      : createLimitStates(milliseconds);
  const steps = createDuty(db, 'take-due-steps', () => now().getTime());
  const streams = createLiveStreams(db, config.eventStreams, (error) => log.error(error));
  const limitTo = (limit: { name: string; calls: number; seconds?: number }) =>
    createAddressLimit({ limitStates, now: milliseconds, ...limit });
  return {
    config,
    portal,
    features,
    db,
    log,
    now,
    ...served,
    apiAddresses: { byHost: apiHosts(served, config), byPort: new Map() },
    peppers,
    verifyCredential: principals.verify,
    forgetWorkspace,
    removeWorkspace: (workspaceId) => removeWorkspace(db, workspaceId),
    followChanges: () =>
      listenForChanges(db, ({ workspaceId, access }) => access && principals.forgetWorkspace(workspaceId)),
    badCredentials: config.limits
      ? limitTo({ name: 'bad credential', calls: config.badCredentialsPerMinute, seconds: 60 })
      : async () => undefined,
    leakReports: limitTo({ name: 'leak report', calls: leakReportsPerMinute, seconds: 60 }),
    uses: createUseCounter(db, now),
    scopes,
    signingKeys,
    tokens,
    guestLimit: limitTo({ name: 'guest', calls: config.guestsPerHour }),
    suggestionLimits: {
      fromAddress: limitTo({ name: 'suggestion', calls: config.suggestions.perHour }),
      inAll: limitTo({ name: 'suggestions of', calls: config.suggestions.perHour * suggestingAddresses }),
    },
    people: createPeople({ db, config, portal, log, peppers, now, limitStates, forgetWorkspace }),
    // Limits that are only reported are not worth a round trip.
    limitStates: config.limits ? limitStates : createLimitStates(milliseconds),
    ensureSeeded: createSeeder(),
    storage: createStorageQuota(config.storage),
    activity: createActivity({ db, keepsCalls: config.requestLog.isOn, onError: (error) => log.error(error) }),
    streams,
    webhooks: createWebhooks({
      config,
      db,
      log,
      peppers,
      now,
      beforePoll: async () => {
        const withWebhooks = await steps.isMine();
        const { publicUrl } = config;
        await advanceLiveWorkspaces({
          db,
          apis: served.apis,
          publicUrl,
          real: now(),
          followed: streams.followed(),
          withWebhooks,
          log,
        });
      },
      afterStop: steps.leave,
    }),
  };
}

export type ServedApis = Pick<Context, 'apis' | 'faults'>;

/** Where the documents are, and where the build stores them parsed. */
export type ServedFolders = Pick<Config, 'specsPath' | 'documentsDir'>;

/** Loads every API. One that cannot be served is left out, and the fault is noted; without the portal's own, nothing is served. */
export async function serveApis(
  { specsPath, documentsDir }: ServedFolders,
  settings: ApiSettings = {},
): Promise<ServedApis> {
  const apis = new Map<string, ServedApi>();
  const faults = createFaultBook();
  for (const spec of findSpecs(specsPath, featuresOf(settings))) {
    const api = await isolate(faults, 'document', spec, () => serveApi(spec.folder, documentsDir, faults, settings));
    // What the portal makes of all APIs together must be possible with each.
    const joined = api && (await isolate(faults, 'plan', spec, () => [scopesOf(api), eventTypesOf([api])]));
    if (joined) apis.set(spec.slug, api);
  }
  const own = faults.list().filter(({ api }) => api === 'platform');
  if (own.length > 0) throw new DocumentFaults(own);
  return { apis, faults };
}
