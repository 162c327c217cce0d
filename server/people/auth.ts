import { hkdfSync, randomUUID } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import { publicPath } from '../answers/public-path.ts';
import type { Config } from '../config.ts';
import { engineOf } from '../db/engine.ts';
import type { Database } from '../db/schema.ts';
import type { Peppers } from '../identity/peppers.ts';
import { noteSwallowed, tellSwallowed } from './tell-swallowed.ts';

/** The part of better-auth that is used here: passwords, sessions, links to reset a password. */
export interface Auth {
  handler(request: Request): Promise<Response>;
  /** The session of a request's cookie; null without a valid one. */
  findSession(headers: Headers): Promise<FoundSession | null>;
  /** Whether a password is that of the person of a request's cookie. */
  isPassword(headers: Headers, password: string): Promise<boolean>;
}

interface FoundSession {
  session: { id: string; expiresAt: Date };
  user: { id: string; name: string; email: string; emailVerified: boolean };
}

/** The data for an email with a link. */
export interface LinkToken {
  email: string;
  name: string;
  token: string;
  /** The request that asked for it. */
  request: Request | undefined;
}

export interface AuthParts {
  db: Database;
  config: Pick<Config, 'publicUrl'>;
  peppers: Peppers;
  sendPasswordReset(link: LinkToken): Promise<void>;
  sendConfirmation(link: LinkToken): Promise<void>;
  /** Called when a person has set a new password by a link, and all their sessions have ended. */
  onPasswordReset(person: { id: string; email: string }, request: Request | undefined): Promise<void>;
}

export const passwordLength = { min: 10, max: 128 };
export const accountPath = '/account';

const week = 7 * 24 * 60 * 60;

/** better-auth on the portal's own database; loaded on first use because it is large. */
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
  const { APIError } = await import('better-auth/api');
  return {
    handler: (request) => tellSwallowed(() => handler(request)),
    findSession: (headers) => tellSwallowed(() => api.getSession({ headers, query: { disableRefresh: true } })),
    isPassword: (headers, password) =>
      tellSwallowed(() => api.verifyPassword({ headers, body: { password } })).then(
        () => true,
        (error) => {
          if (error instanceof APIError && error.body?.code === 'INVALID_PASSWORD') return false;
          throw error;
        },
      ),
  };
}

/** The options of better-auth; its tables are those of the migration `0010-people`. */
export function authOptions({ db, config, peppers, ...emails }: AuthParts) {
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
        emails.sendPasswordReset({ email, name, token, request }),
      onPasswordReset: ({ user }, request) => emails.onPasswordReset(user, request),
    },
    // An account works before its address is confirmed: only emails depend on the address, and following their links proves it.
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: week,
      sendVerificationEmail: ({ user: { email, name }, token }, request) =>
        emails.sendConfirmation({ email, name, token, request }),
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
      // The token of a link is stored as its hash.
      storeIdentifier: 'hashed',
    },
    advanced: {
      useSecureCookies: protocol === 'https:',
      defaultCookieAttributes: { path: publicPath(config.publicUrl) || '/' },
      cookies: { session_token: { name: sessionCookie } },
      ipAddress: { disableIpTracking: true },
      database: { generateId: ({ model }) => `${idPrefixes[model] ?? 'obj'}_${randomUUID().replaceAll('-', '')}` },
    },
    // The portal limits requests itself, before it calls better-auth.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its log lines contain e-mail addresses, and none is written; errors are thrown, and logged by the portal.
    logger: { level: 'error', log: (_level, ...logged) => noteSwallowed(logged) },
    onAPIError: { throw: true },
  } satisfies BetterAuthOptions;
}

/** The name of the session cookie; under https better-auth prefixes it with `__Secure-`. */
export const sessionCookie = 'cais_session';

const idPrefixes: Record<string, string> = { person: 'per', user: 'per', session: 'ses', person_session: 'ses' };

/** Derived from the oldest pepper, so that adding a pepper signs no one out. */
function sessionSecret({ byVersion }: Peppers): string {
  const pepper = byVersion.get(Math.min(...byVersion.keys())) as Buffer;
  return Buffer.from(hkdfSync('sha256', pepper, '', 'cais sessions', 32)).toString('base64');
}
