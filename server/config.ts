import { join } from 'node:path';
import type { RequestLogSettings } from './activity/retention.ts';
import type { Quotas } from './identity/quotas.ts';
import type { Storage, StorageQuotas } from './records/storage-quota.ts';
import { readApiHosts } from './settings/api-hosts.ts';
import { databaseUrl } from './settings/database-url.ts';
import { type MailSettings, readMail } from './settings/mail-settings.ts';
import { type MetricsAddress, metricsAddress } from './settings/metrics-address.ts';
import { portalFolders } from './settings/portal-folders.mjs';
import { readPublicUrl } from './settings/public-url.ts';
import { readQuotas } from './settings/read-quotas.ts';
import { atLeastOne, type Environment, oneOf, wholeNumber } from './settings/read-setting.ts';
import { securityContact } from './settings/security-contact.ts';
import { isStrict } from './settings/strict.ts';
import { readSuggestionSettings, type SuggestionSettings } from './settings/suggestion-settings.ts';
import type { EgressRates } from './webhooks/delivery/pace.ts';

/** Settings from the environment, read once at the start. */
export interface Config extends MailSettings, SuggestionSettings {
  port: number;
  host: string;
  /** The public URL of this portal, perhaps with a path, without a trailing slash. */
  publicUrl: string;
  /** The host names of the APIs, with `*` for the name of each; undefined where they have none. */
  apiHosts: string | undefined;
  dataDir: string;
  databaseUrl: string;
  /** How many connections to PostgreSQL this server uses at most, besides the one that listens. */
  databaseConnections: number;
  /** The portal's folder. */
  portal: string;
  specsPath: string;
  /** The built portal. */
  siteDir: string;
  /** Where the build stores the parsed documents. */
  documentsDir: string;
  guestsPerHour: number;
  /** How many keys, clients, endpoints and inboxes a workspace may have: one of a guest, and one with members. */
  quotas: Quotas;
  /** Whether requests over an API's limit are refused or delayed; otherwise limits are only reported. */
  limits: boolean;
  /** How many connections an address may have open at once; 0 sets no limit. */
  connectionsPerAddress: number;
  /** How many proxies in front set `X-Forwarded-For`; addresses that the caller itself put there are ignored. */
  trustedProxies: number;
  /** How many invalid keys, tokens and client secrets an address may send per minute. */
  badCredentialsPerMinute: number;
  /** Host names and address ranges outside the public internet to which webhooks may be sent. */
  webhookAllowedHosts: string | undefined;
  /** How many requests an inbox accepts per minute. */
  inboxRequestsPerMinute: number;
  /** How many bytes of messages an inbox retains. */
  inboxBytes: number;
  /** How many event streams a workspace may have open on this server. */
  eventStreams: Record<'guest' | 'team', number>;
  /** How fast webhooks are sent; 0 sets no pace. */
  egress: EgressRates;
  requestLog: RequestLogSettings;
  /** How many bytes the file of a workspace may have that is imported. */
  importBytes: number;
  /** How long events and their deliveries are stored. */
  eventRetentionDays: number;
  /** What workspaces may store: those of guests, and those with members. */
  storage: StorageQuotas;
  /** Who is told why something is left out of the APIs. */
  faultDetails: 'local' | 'open' | 'off';
  /** Whether a fault of one API keeps the server from starting. */
  isStrict: boolean;
  keyPeppers: string | undefined;
  /** How often per hour an address may try to sign in, sign up or reset a password. */
  signInsPerHour: number;
  /** Whom to tell of a vulnerability: a `mailto:` or `https:` URL, published in `security.txt`. */
  securityContact: string | undefined;
  /** For how long the server goes on serving after SIGTERM, while `/readyz` already says that it ends. */
  drainSeconds: number;
  logLevel: string;
  /** Where figures for operators are served; nowhere if undefined. */
  metricsAddress: MetricsAddress | undefined;
}

/** Reads the configuration; throws an error that names the variable and the values it accepts. */
export function readConfig(env: Environment): Config {
  const port = atLeastOne(env, 'PORT', 3000, 65_535);
  const publicUrl = readPublicUrl(env.PUBLIC_URL || `http://localhost:${port}`);
  const { portal, specsPath, dataDir, caisDir } = portalFolders(env);
  return {
    port,
    host: env.HOST || 'localhost',
    publicUrl,
    apiHosts: readApiHosts(env, publicUrl),
    dataDir,
    databaseUrl: databaseUrl(env, join(dataDir, 'cais.db')),
    databaseConnections: atLeastOne(env, 'DATABASE_CONNECTIONS', 10, 1000),
    portal,
    specsPath,
    siteDir: join(caisDir, 'site'),
    documentsDir: join(caisDir, 'documents'),
    guestsPerHour: wholeNumber(env, 'GUESTS_PER_HOUR', 60),
    quotas: readQuotas(env),
    limits: oneOf(env, 'LIMITS', ['on', 'off']) === 'on',
    connectionsPerAddress: connectionsPerAddress(env),
    trustedProxies: trustedProxies(env),
    badCredentialsPerMinute: wholeNumber(env, 'BAD_CREDENTIALS_PER_MINUTE', 60),
    webhookAllowedHosts: env.WEBHOOK_ALLOWED_HOSTS || undefined,
    eventRetentionDays: wholeNumber(env, 'EVENT_RETENTION_DAYS', 30, 36_500),
    requestLog: {
      isOn: oneOf(env, 'REQUEST_LOG', ['on', 'off']) === 'on',
      days: atLeastOne(env, 'REQUEST_RETENTION_DAYS', 15, 3650),
      contentHours: wholeNumber(env, 'REQUEST_CONTENT_RETENTION_HOURS', 72, 87_600),
      kept: { guest: wholeNumber(env, 'GUEST_REQUESTS', 20_000), team: wholeNumber(env, 'TEAM_REQUESTS', 1_000_000) },
    },
    inboxRequestsPerMinute: atLeastOne(env, 'INBOX_REQUESTS_PER_MINUTE', 600),
    inboxBytes: atLeastOne(env, 'INBOX_MIB', 16) * 2 ** 20,
    importBytes: atLeastOne(env, 'IMPORT_MIB', 20) * 2 ** 20,
    eventStreams: {
      guest: wholeNumber(env, 'GUEST_EVENT_STREAMS', 20),
      team: wholeNumber(env, 'TEAM_EVENT_STREAMS', 200),
    },
    egress: {
      perSecondAndHost: wholeNumber(env, 'DELIVERIES_PER_SECOND_AND_HOST', 20),
      perMinute: {
        guest: wholeNumber(env, 'GUEST_DELIVERIES_PER_MINUTE', 600),
        team: wholeNumber(env, 'TEAM_DELIVERIES_PER_MINUTE', 6000),
      },
      unconfirmed: {
        guest: wholeNumber(env, 'GUEST_UNCONFIRMED_ATTEMPTS', 3),
        team: wholeNumber(env, 'TEAM_UNCONFIRMED_ATTEMPTS', 5),
      },
    },
    storage: {
      guest: storageOf(env, 'GUEST', 20_000, 50),
      team: storageOf(env, 'TEAM', 200_000, 500),
    },
    faultDetails: oneOf(env, 'FAULT_DETAILS', ['local', 'open', 'off']),
    isStrict: isStrict(env),
    keyPeppers: env.KEY_PEPPERS || undefined,
    ...readMail(env),
    ...readSuggestionSettings(env),
    signInsPerHour: wholeNumber(env, 'SIGN_INS_PER_HOUR', 60),
    securityContact: securityContact(env),
    drainSeconds: wholeNumber(env, 'DRAIN_SECONDS', 0, 3600),
    logLevel: oneOf(env, 'LOG_LEVEL', ['warn', 'trace', 'debug', 'info', 'error', 'fatal', 'silent']),
    metricsAddress: metricsAddress(env),
  };
}

/** A quota of records, and of bytes by a setting in MiB. */
function storageOf(env: Environment, kind: string, records: number, mebibytes: number): Storage {
  return {
    records: wholeNumber(env, `${kind}_RECORDS`, records),
    bytes: wholeNumber(env, `${kind}_STORAGE_MIB`, mebibytes) * 2 ** 20,
  };
}

/** `true` means one proxy, which appends the address that it sees to the list. */
function trustedProxies(env: Environment): number {
  const words: Record<string, number> = { true: 1, false: 0 };
  return words[env.TRUST_PROXY ?? ''] ?? wholeNumber(env, 'TRUST_PROXY', 0, 20);
}

/** A proxy in front has all connections, and limits of its own. */
function connectionsPerAddress(env: Environment): number {
  const most = wholeNumber(env, 'CONNECTIONS_PER_ADDRESS', 500);
  return trustedProxies(env) > 0 ? 0 : most;
}

/** The names of all settings: those that are asked for when the configuration is read. */
export function settingNames(): string[] {
  const names = new Set<string>();
  const asked: ProxyHandler<Environment> = {
    get: (_target, name) => {
      names.add(String(name));
      // The current folder need not be a portal: PORTAL may name one elsewhere.
      return name === 'SPECS_PATH' ? '.' : undefined;
    },
  };
  readConfig(new Proxy({}, asked));
  return [...names];
}
