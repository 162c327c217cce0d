import type { FastifyInstance, InjectOptions } from 'fastify';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { createContext } from '../create-context.ts';
import { createLog, type LogStream } from '../log.ts';
import type { ApiSettings, PortalConfig } from '../settings/portal/portal-config.ts';
import { readPortal } from '../settings/portal/read-portal.ts';
import { shareApis, testCaisDir } from './shared-apis.ts';
import { type OpenTestDatabase, openSqlite } from './test-databases.ts';
import { temporaryFolder } from './test-specs.ts';

export interface TestAnswer {
  status: number;
  headers: Record<string, string | undefined>;
  /** The parsed JSON body, or its text. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape.
  body: any;
}

export interface CallOptions {
  key?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A complete portal in this process, called over its HTTP interface. */
export interface TestPortal {
  app: FastifyInstance;
  context: Context;
  /** Creates a guest workspace and returns its key. */
  guest(): Promise<string>;
  /**
   * Sends `GET /path` or `POST /path` with the key where the API's document wants it: in its own header, as Basic, or as
   * Bearer.
   */
  call(request: string, options?: CallOptions): Promise<TestAnswer>;
  close(): Promise<void>;
}

export interface PortalOptions {
  open?: OpenTestDatabase;
  env?: Record<string, string>;
  /** Settings of the portal, besides those of the project's own. */
  settings?: ApiSettings & Pick<PortalConfig, 'descriptions'>;
  now?: () => Date;
  /** Receives the lines of the log. */
  logStream?: LogStream;
}

/** Starts a portal on a new database, with the project's own specs and those of `e2e/specs`, unless `env` says otherwise. */
export async function startTestPortal({
  open = openSqlite,
  env = {},
  settings = {},
  now,
  logStream,
}: PortalOptions = {}): Promise<TestPortal> {
  const database = await open();
  const config = readConfig({
    SPECS_PATH: 'specs:e2e/specs',
    DATA_DIR: temporaryFolder(),
    CAIS_DIR: testCaisDir,
    GUESTS_PER_HOUR: '1000',
    SUGGESTIONS_PER_HOUR: '1000',
    LIMITS: 'off',
    LOG_LEVEL: 'silent',
    ...env,
  });
  const portal = { ...(await readPortal(config.portal)), ...settings };
  const context = await createContext(config, {
    portal,
    db: database.db,
    log: createLog(config.logLevel, logStream),
    served: await shareApis(config, portal),
    ...(now && { now }),
  });
  const app = await buildApp(context);

  const call: TestPortal['call'] = async (request, { key, body, headers = {} } = {}) => {
    const [method, url] = request.split(' ', 2) as [NonNullable<InjectOptions['method']>, string];
    const response = await app.inject({
      method,
      url,
      headers: {
        ...(key !== undefined && credentials(url, key)),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const isJson = /[/+]json(?![\w-])/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      headers: response.headers as TestAnswer['headers'],
      body: isJson && response.body ? JSON.parse(response.body) : response.body,
    };
  };
  return {
    app,
    context,
    call,
    guest: async () => (await call('POST /platform/v1/guest_workspaces')).body.api_key.secret,
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}

function credentials(url: string, key: string): Record<string, string> {
  if (url.startsWith('/sandbox/gestor')) return { apikey: key };
  if (url.startsWith('/sandbox/biblioteca')) return { 'x-chave-biblioteca': key };
  return {
    authorization: url.startsWith('/sandbox/notas')
      ? `Basic ${Buffer.from(`${key}:x`).toString('base64')}`
      : `Bearer ${key}`,
  };
}
