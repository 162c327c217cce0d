import { METHODS } from 'node:http';
import cors from '@fastify/cors';
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify';
import type { Texts } from './answers/texts.ts';
import type { Context } from './context.ts';
import { newId } from './db/new-id.ts';
import { serveDownloads } from './downloads/serve-downloads.ts';
import { followAnswers, logAnswered } from './http/answered-requests.ts';
import { closeConnectionsGently, createDraining, type Draining } from './http/draining.ts';
import { findCalled } from './http/find-called.ts';
import { answerFrameworkError } from './http/framework-errors.ts';
import { limitConnections } from './http/limit-connections.ts';
import { readOwnAddress } from './http/own-address.ts';
import { serveAccount } from './http/serve-account.ts';
import { serveApis, setAllowHeader } from './http/serve-apis.ts';
import { serveHealth } from './http/serve-health.ts';
import { servePortal } from './http/serve-portal.ts';
import { serveSecurityTxt } from './http/serve-security-txt.ts';
import { closeSlowReaders } from './http/slow-readers.ts';
import { answerUnreadable, refuseConnection } from './http/unreadable-requests.ts';
import { serveOAuth } from './oauth/serve-oauth.ts';
import { findDocumentLanguage } from './openapi/document-language.ts';
import { checkHandlers } from './platform/handlers.ts';
import type { Step } from './webhooks/delivery/dispatcher.ts';
import { serveInbox } from './webhooks/inbox/serve-inbox.ts';

const bodyLimit = 1024 * 1024;

/** Timeouts in milliseconds. A request that is incomplete by then is answered 408, and its connection is closed. */
interface Timeouts {
  /** From the start of a request to the end of its headers. */
  headers: number;
  /** From the start of a request to the end of its body. */
  request: number;
  /** From the response to its last byte. */
  response: number;
  /** Without traffic in either direction. */
  idle: number;
  /** How often incomplete requests are checked. */
  check: number;
}

const defaultTimeouts: Timeouts = { headers: 10_000, request: 30_000, response: 120_000, idle: 120_000, check: 2_000 };

export interface AppOptions {
  timeouts?: Timeouts;
  /** Started when the server is about to end: from then on, `/readyz` answers 503. */
  draining?: Draining;
  /** For callers who ask for no language. */
  language?: keyof Texts;
  /** Called at each step of a delivery. */
  observeDeliveries?: (step: Step) => void;
}

/** Builds the server for a context: the sandboxes, the platform API, the downloads and the built portal. */
export async function buildApp(
  context: Context,
  { timeouts = defaultTimeouts, draining = createDraining(), language, observeDeliveries }: AppOptions = {},
): Promise<FastifyInstance> {
  const { config, features } = context;
  for (const api of context.apis.values()) if (api.isPlatform) checkHandlers(api);
  const isByHttps = config.publicUrl.startsWith('https:');
  const readAddress = readOwnAddress(context);
  const app = Fastify({
    loggerInstance: context.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies > 0 && ((_address, hop) => hop < config.trustedProxies),
    bodyLimit,
    // A machine with too much to do takes longer than Fastify's ten seconds.
    pluginTimeout: 60_000,
    // What still arrives on open connections is answered as always, not in the framework's own form.
    return503OnClosing: false,
    requestTimeout: timeouts.request,
    connectionTimeout: timeouts.idle,
    http: { headersTimeout: timeouts.headers, connectionsCheckingInterval: timeouts.check },
    genReqId: newRequestId,
    clientErrorHandler: answerUnreadable(config.publicUrl, newRequestId),
    routerOptions: { maxParamLength: 500 },
    rewriteUrl: readAddress,
    // Hooks do not run for these errors, so their headers are set here.
    frameworkErrors: (error, request, reply) =>
      answerFrameworkError(context, error, request, reply.headers({ ...openToAll, ...(isByHttps && byHttpsAlone) })),
  });
  // Fastify's own response would disclose what failed.
  app.setErrorHandler((error: FastifyError, request, reply) => answerFrameworkError(context, error, request, reply));
  app.addHook('onClose', () => context.uses.flush());
  app.addHook('onClose', () => context.activity.flush());
  if (isByHttps) {
    app.addHook('onRequest', (_request, reply, done) => {
      reply.headers(byHttpsAlone);
      done();
    });
  }
  if (language) {
    app.addHook('onRequest', (request, _reply, done) => {
      if (request.headers['accept-language'] !== undefined) return done();
      const { api } = findCalled(context, request) ?? {};
      // A document that tells its language goes first.
      if (!api || api.isPlatform || !findDocumentLanguage(api.document)) request.headers['accept-language'] = language;
      done();
    });
  }
  closeConnectionsGently(app, draining);
  closeSlowReaders(app, timeouts.response);
  limitConnections(app.server, config.connectionsPerAddress, refuseConnection(config.publicUrl, newRequestId));
  followAnswers(app);
  app.addHook('onResponse', (request, reply, done) => {
    if (context.log.isLevelEnabled('info')) logAnswered(request, reply);
    done();
  });

  serveHealth(app, context, draining);
  // Methods that an API does not declare are refused by the API (405), so every HTTP method must reach it.
  for (const method of METHODS) {
    if (method !== 'CONNECT' && !app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: true });
  }
  // Expectations other than 100-continue may be ignored (RFC 9110, 10.1.1).
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  await app.register(async (open) => {
    // Before CORS, which answers OPTIONS itself.
    open.addHook('onRequest', (request, reply, done) => {
      setAllowHeader(context, request, reply);
      done();
    });
    await open.register(cors, crossOrigin);
    await open.register(serveApis, { context });
    if (features.downloads) await open.register(serveDownloads, { context });
    if (features.keys) await open.register(serveOAuth, { context });
    if (features.webhooks) await open.register(serveInbox, { context });
  });
  if (features.accounts) await app.register(serveAccount, { context });
  await app.register(serveSecurityTxt, { context });
  await app.register(servePortal, { context });
  let stopFollowing: (() => Promise<void>) | undefined;
  app.addHook('onClose', () => stopFollowing?.());
  // By then every request has its response, and the database is still open.
  app.addHook('onClose', () => context.people.close());
  app.addHook('onReady', async () => {
    // Before any event stream listens: it checks its caller again at the same announcement.
    stopFollowing = context.followChanges();
    if (features.webhooks) context.webhooks.start({ listening: () => listeningAt(app), observe: observeDeliveries });
  });
  app.addHook('preClose', () => {
    context.streams.close();
    return context.webhooks.stop();
  });
  return app;
}

/** The address at which the server reaches itself; undefined until it listens. */
function listeningAt({ server }: FastifyInstance): { address: string; port: number } | undefined {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') return undefined;
  const isAnywhere = bound.address === '::' || bound.address === '0.0.0.0';
  return { address: isAnywhere ? '127.0.0.1' : bound.address, port: bound.port };
}

function newRequestId(): string {
  return newId('req');
}

/** No cookies cross origins, so any page may call: the console of a portal on a CDN does. */
const crossOrigin = {
  origin: '*',
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'],
  exposedHeaders: '*',
  maxAge: 600,
  strictPreflight: false,
};

/** A browser that has come once comes by https alone for a year (RFC 6797). */
const byHttpsAlone = { 'strict-transport-security': 'max-age=31536000' };

const openToAll = {
  'access-control-allow-origin': crossOrigin.origin,
  'access-control-expose-headers': crossOrigin.exposedHeaders,
};
