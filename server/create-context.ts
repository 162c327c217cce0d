import { join, relative } from 'node:path';
import { createActivity } from './activity/record-activity.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { createDuty } from './db/duty.ts';
import { engineOf } from './db/engine.ts';
import { openDatabase } from './db/open-database.ts';
import { createLimitStates } from './dialect/limits/limit-states.ts';
import { putLimitState } from './dialect/limits/put-limit-state.ts';
import { createSharedLimitStates } from './dialect/limits/shared-limit-states.ts';
import { createLiveStreams } from './events/live-streams.ts';
import { announceChange, listenForChanges } from './events/workspace-changes.ts';
import { createAccessTokens, looksLikeToken } from './identity/access-tokens.ts';
import { createAddressLimit } from './identity/address-limit.ts';
import { readKeyPrincipal } from './identity/api-keys.ts';
import { createUseCounter } from './identity/credential-uses.ts';
import { openPeppers } from './identity/open-peppers.ts';
import { digestOf } from './identity/peppers.ts';
import { cachePrincipals } from './identity/principal-cache.ts';
import { createScopeCatalog } from './identity/scope-catalog.ts';
import { createSigningKeys } from './identity/signing-keys.ts';
import { createLog } from './log.ts';
import { DocumentFaults, type Fault } from './openapi/faults.ts';
import { findSpecs } from './openapi/find-specs.ts';
import { createPeople } from './people/people.ts';
import type { ServedApi } from './plan/served-api.ts';
import { advanceLiveWorkspaces } from './records/lifecycle/advance-live-workspaces.ts';
import { removeWorkspace } from './records/remove-workspaces.ts';
import { createStorageQuota } from './records/storage-quota.ts';
import { createSeeder } from './sandbox/seed/ensure-seeded.ts';
import { serveApi } from './sandbox/serve-api.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

const leakReportsPerMinute = 30;

/** All addresses together may send so many times what one may. */
const suggestingAddresses = 20;

/** Opens the database, loads the documents and creates everything else; tests override parts of it. */
export async function createContext(
  config: Config,
  overrides: Partial<Pick<Context, 'db' | 'now' | 'log'> & { served: ServedApis }> = {},
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
  const served = overrides.served ?? (await serveApis(config));
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
    db,
    log,
    now,
    ...served,
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
    people: createPeople({ db, config, log, peppers, now, limitStates, forgetWorkspace }),
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

export type ServedApis = Pick<Context, 'apis' | 'faulty'>;

/** Where the documents are, and where the build stores them parsed. */
export type ServedFolders = Pick<Config, 'specsPath' | 'documentsDir'>;

/** Loads every API. A document with faults is set aside with its faults; the other APIs are served. */
export async function serveApis({ specsPath, documentsDir }: ServedFolders): Promise<ServedApis> {
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
  const remedy = {
    en: 'Correct the profile or the seed data beside the document.',
    pt: 'Corrija o perfil ou os dados iniciais que estão ao lado do documento.',
  };
  return { file: relative(process.cwd(), join(folder, 'sandbox.ts')), line: 1, message, remedy };
}
