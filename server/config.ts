import { join } from 'node:path';

/** What the environment decides; read once, at the start. */
export interface Config {
  port: number;
  host: string;
  /** The address under which people reach this portal, without a slash at the end. */
  publicUrl: string;
  dataDir: string;
  databaseUrl: string;
  specsPath: string;
  /** The built portal. */
  siteDir: string;
  /** Where the build of the portal leaves the documents as it has read them. */
  documentsDir: string;
  guestsPerHour: number;
  /** Whether a request past its API's limit is refused or held back; without, limits are only told. */
  limits: boolean;
  /** How many proxies in front tell the caller's address (`X-Forwarded-For`); what the caller itself wrote there counts for nothing. */
  trustedProxies: number;
  /** How many keys, tokens and client secrets that are no good an address may send in a minute. */
  badCredentialsPerMinute: number;
  /** Names and ranges of addresses to which webhooks may go although they are none of the public internet. */
  webhookAllowedHosts: string | undefined;
  /** How long events and their deliveries are kept. */
  eventRetentionDays: number;
  keyPeppers: string | undefined;
  /** The mail server; without one, letters are kept in the outbox. */
  smtpUrl: string | undefined;
  /** From whom letters come. */
  mailFrom: string;
  /** Who may read the outbox: this machine, everybody who reaches the portal, nobody. */
  outbox: Outbox;
  /** How often an address may try to sign in, sign up or ask for a new password in an hour. */
  signInsPerHour: number;
  logLevel: string;
}

const outboxes = ['local', 'open', 'off'] as const;

type Outbox = (typeof outboxes)[number];

/** Reads the configuration; throws an error that names the variable and what it must be. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = wholeNumber(env, 'PORT', 3000);
  const dataDir = env.DATA_DIR || '.data';
  return {
    port,
    host: env.HOST || 'localhost',
    publicUrl: publicUrl(env.PUBLIC_URL || `http://localhost:${port}`),
    dataDir,
    databaseUrl: env.DATABASE_URL || join(dataDir, 'cais.db'),
    specsPath: env.SPECS_PATH || 'specs',
    siteDir: join(env.CAIS_DIR || '.cais', 'site'),
    documentsDir: join(env.CAIS_DIR || '.cais', 'documents'),
    guestsPerHour: wholeNumber(env, 'GUESTS_PER_HOUR', 60),
    limits: onOrOff(env, 'LIMITS'),
    trustedProxies: trustedProxies(env),
    badCredentialsPerMinute: wholeNumber(env, 'BAD_CREDENTIALS_PER_MINUTE', 60),
    webhookAllowedHosts: env.WEBHOOK_ALLOWED_HOSTS,
    eventRetentionDays: wholeNumber(env, 'EVENT_RETENTION_DAYS', 30),
    keyPeppers: env.KEY_PEPPERS,
    ...readMail(env),
    signInsPerHour: wholeNumber(env, 'SIGN_INS_PER_HOUR', 60),
    logLevel: env.LOG_LEVEL || 'warn',
  };
}

function wholeNumber(env: Record<string, string | undefined>, name: string, byDefault: number): number {
  const text = env[name] || String(byDefault);
  if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}".`);
  return Number(text);
}

function readMail(env: Record<string, string | undefined>): Pick<Config, 'smtpUrl' | 'mailFrom' | 'outbox'> {
  const { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom, OUTBOX: outbox = 'local' } = env;
  if (smtpUrl && !(URL.canParse(smtpUrl) && /^smtps?:$/.test(new URL(smtpUrl).protocol)))
    throw new Error('SMTP_URL must be an address such as smtps://user:password@mail.example:465.');
  if (smtpUrl && !mailFrom) throw new Error('MAIL_FROM must say from whom mail comes: "Cais <portal@example.com>".');
  if (!outboxes.includes(outbox as Outbox))
    throw new Error(`OUTBOX must be "local", "open" or "off", not "${outbox}".`);
  return { smtpUrl: smtpUrl || undefined, mailFrom: mailFrom || 'Cais <cais@localhost>', outbox: outbox as Outbox };
}

/** `true` is one proxy, which adds the address that it sees at the end of the list. */
function trustedProxies(env: Record<string, string | undefined>): number {
  const words: Record<string, number> = { true: 1, false: 0 };
  return words[env.TRUST_PROXY ?? ''] ?? wholeNumber(env, 'TRUST_PROXY', 0);
}

function onOrOff(env: Record<string, string | undefined>, name: string): boolean {
  const text = env[name] || 'on';
  if (text !== 'on' && text !== 'off') throw new Error(`${name} must be "on" or "off", not "${text}".`);
  return text === 'on';
}

function publicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`PUBLIC_URL must be an address such as https://portal.example, not "${text}".`);
  return url.href.replace(/\/$/, '');
}
