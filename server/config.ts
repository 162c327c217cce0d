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
  guestsPerHour: number;
  /** Whether a request past its API's limit is refused or held back; without, limits are only told. */
  limits: boolean;
  /** Whether a proxy in front may tell the caller's address and protocol (`X-Forwarded-*`). */
  trustProxy: boolean;
  keyPeppers: string | undefined;
  logLevel: string;
}

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
    guestsPerHour: wholeNumber(env, 'GUESTS_PER_HOUR', 60),
    limits: onOrOff(env, 'LIMITS'),
    trustProxy: env.TRUST_PROXY === 'true',
    keyPeppers: env.KEY_PEPPERS,
    logLevel: env.LOG_LEVEL || 'warn',
  };
}

function wholeNumber(env: Record<string, string | undefined>, name: string, byDefault: number): number {
  const text = env[name] || String(byDefault);
  if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}".`);
  return Number(text);
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
