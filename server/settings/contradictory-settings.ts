import type { Config } from '../config.ts';
import type { Environment } from './read-setting.ts';

/** In seconds: what most platforms leave between SIGTERM and the end of a process. */
const usualGrace = 30;

/** Addresses that only this machine or its own network reaches. */
const nearby =
  /^(localhost|[^.:]+|.+\.(localhost|local|internal|test)|127\..+|10\..+|192\.168\..+|172\.(1[6-9]|2\d|3[01])\..+|\[(::1|f[cd].+|fe80.+)\])$/;

/** Settings that are fine alone but not together, or not for this address: a sentence each, with what happens and what to do. */
export function findContradictions(config: Config, env: Environment): string[] {
  return [
    ...ofAddress(config),
    ...ofDatabase(config, env),
    ...ofTimes(config),
    ...ofQuotas(config),
    ...ofSuggestions(config),
  ];
}

function ofAddress({ publicUrl, trustedProxies, outbox, smtpUrl, metricsAddress }: Config): string[] {
  const { protocol, hostname } = new URL(publicUrl);
  const found: string[] = [];
  if (metricsAddress && ['0.0.0.0', '::'].includes(metricsAddress.host))
    found.push(
      `METRICS_ADDRESS listens on all addresses of this machine: whoever reaches port ${metricsAddress.port} reads the figures. Name an address of the inner network, or close the port to others.`,
    );
  if (protocol === 'https:' && trustedProxies === 0)
    found.push(
      'PUBLIC_URL is https, so there is a proxy in front, but TRUST_PROXY is not set: all callers look like one, and share what one address may do. Set TRUST_PROXY=1.',
    );
  if (nearby.test(hostname)) return found;
  if (protocol === 'http:')
    found.push(
      'PUBLIC_URL is http: passwords and keys travel unencrypted. Serve the portal by https, and say so there.',
    );
  if (outbox === 'open' && !smtpUrl)
    found.push(
      'OUTBOX=open shows everybody the e-mails that open accounts, such as those to set a new password. Set SMTP_URL, or OUTBOX=off.',
    );
  return found;
}

function ofDatabase({ databaseUrl }: Config, env: Environment): string[] {
  const isSqlite = !/^postgres(ql)?:/.test(databaseUrl);
  return isSqlite && env.DATABASE_CONNECTIONS
    ? ['DATABASE_CONNECTIONS has no effect: the database is SQLite. Set DATABASE_URL for PostgreSQL.']
    : [];
}

function ofTimes({ drainSeconds }: Config): string[] {
  if (drainSeconds < usualGrace) return [];
  return [
    `DRAIN_SECONDS=${drainSeconds}: most platforms kill a process ${usualGrace} s after SIGTERM, before it could end in order. Let yours wait ${drainSeconds + 20} s, or drain for less.`,
  ];
}

/** Whoever signs up should not get less than a guest. */
function ofQuotas({ quotas, storage, egress: { perMinute } }: Config): string[] {
  const counted = Object.keys(quotas.guest) as (keyof typeof quotas.guest)[];
  const pairs: [name: string, guest: number, team: number][] = [
    ...counted.map((name): [string, number, number] => [name.toUpperCase(), quotas.guest[name], quotas.team[name]]),
    ['RECORDS', storage.guest.records, storage.team.records],
    ['STORAGE_MIB', storage.guest.bytes / 2 ** 20, storage.team.bytes / 2 ** 20],
    // 0 sets no pace.
    ['DELIVERIES_PER_MINUTE', perMinute.guest || Infinity, perMinute.team || Infinity],
  ];
  return pairs
    .filter(([, guest, team]) => guest > team)
    .map(
      ([name, guest, team]) =>
        `GUEST_${name} (${known(guest)}) is more than TEAM_${name} (${team}): whoever signs up would get less.`,
    );
}

function ofSuggestions({ suggestions: { email }, smtpUrl }: Config): string[] {
  return email && !smtpUrl
    ? ['SUGGESTIONS_EMAIL has no effect: there is no mail server. Set SMTP_URL, or read suggestions at /suggestions.']
    : [];
}

function known(number: number): string {
  return Number.isFinite(number) ? String(number) : 'no limit';
}
