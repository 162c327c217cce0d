import { hkdfSync, randomUUID } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import type { Config } from '../config.ts';
import { engineOf } from '../db/engine.ts';
import type { Database } from '../db/schema.ts';
import type { Peppers } from '../identity/peppers.ts';

/** The part of better-auth that is used here: passwords, sessions, links to reset a password. */
export interface Auth {
  handler(request: Request): Promise<Response>;
  /** The session of a request's cookie; null when it has none that holds. */
  findSession(headers: Headers): Promise<FoundSession | null>;
}

interface FoundSession {
  session: { id: string; expiresAt: Date };
  user: { id: string; name: string; email: string; emailVerified: boolean };
}

/** What a letter with a link is made of. */
export interface LinkToken {
  email: string;
  name: string;
  token: string;
  /** Of the request that asked for it. */
  request: Request | undefined;
}

export interface AuthParts {
  db: Database;
  config: Pick<Config, 'publicUrl'>;
  peppers: Peppers;
  sendPasswordReset(link: LinkToken): Promise<void>;
  sendConfirmation(link: LinkToken): Promise<void>;
  /** Called when somebody has chosen a new password by a link, and all sessions have ended. */
  onPasswordReset(personId: string): Promise<void>;
}

export const passwordLength = { min: 10, max: 128 };
export const accountPath = '/account';

const week = 7 * 24 * 60 * 60;

/** Gives better-auth over the portal's own database; it is loaded when it is first asked for, for it is large. */
export function createAuth(parts: AuthParts): () => Promise<Auth> {
  let loaded: Promise<Auth> | undefined;
  return () => {
    loaded ??= load(parts);
    return loaded;
  };
}

async function load(parts: AuthParts): Promise<Auth> {
  const { betterAuth } = await import('better-auth');
  const { handler, api } = betterAuth(authOptions(parts));
  return { handler, findSession: (headers) => api.getSession({ headers, query: { disableRefresh: true } }) };
}

/** What better-auth is told; its tables are those of the migration `0010-people`. */
export function authOptions({ db, config, peppers, ...letters }: AuthParts) {
  const { origin, protocol } = new URL(config.publicUrl);
  return {
    appName: 'Cais',
    baseURL: origin,
    basePath: accountPath,
    trustedOrigins: [origin],
    secret: sessionSecret(peppers),
    database: { db, type: engineOf(db).kind, transaction: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user: { email, name }, token }, request) =>
        letters.sendPasswordReset({ email, name, token, request }),
      onPasswordReset: ({ user }) => letters.onPasswordReset(user.id),
    },
    // An account works before its address is confirmed: what hangs on the address are letters, and those prove it.
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: week,
      sendVerificationEmail: ({ user: { email, name }, token }, request) =>
        letters.sendConfirmation({ email, name, token, request }),
    },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'person_session',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'person_credential',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'person_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      // The token of a link is kept as its hash.
      storeIdentifier: 'hashed',
    },
    advanced: {
      useSecureCookies: protocol === 'https:',
      cookies: { session_token: { name: sessionCookie } },
      ipAddress: { disableIpTracking: true },
      database: { generateId: ({ model }) => `${idPrefixes[model] ?? 'obj'}_${randomUUID().replaceAll('-', '')}` },
    },
    // The portal counts by itself, before it hands a request over.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its lines hold e-mail addresses; what fails is thrown, and logged by the portal.
    logger: { disabled: true },
    onAPIError: { throw: true },
  } satisfies BetterAuthOptions;
}

/** The name of the session's cookie; under https better-auth puts `__Secure-` before it. */
export const sessionCookie = 'cais_session';

const idPrefixes: Record<string, string> = { person: 'per', user: 'per', session: 'ses', person_session: 'ses' };

/** Made of the oldest pepper, so that a new one signs nobody out. */
function sessionSecret({ byVersion }: Peppers): string {
  const pepper = byVersion.get(Math.min(...byVersion.keys())) as Buffer;
  return Buffer.from(hkdfSync('sha256', pepper, '', 'cais sessions', 32)).toString('base64');
}
