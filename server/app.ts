import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { answerFrameworkError, serveApiRoutes } from './api-routes.ts';
import type { Context } from './context.ts';
import { serveDownloads } from './downloads/serve-downloads.ts';

const bodyLimit = 1024 * 1024;

/** Where lines of the log go; standard output unless somebody wants to read them. */
interface LogStream {
  write(line: string): void;
}

/** Builds the server of a context: the sandboxes, the platform API, the downloads and the built portal. */
export async function buildApp(context: Context, { logStream }: { logStream?: LogStream } = {}): Promise<FastifyInstance> {
  const { config } = context;
  const app = Fastify({
    logger: { level: config.logLevel, stream: logStream, serializers: { req: ({ method, url }) => ({ method, path: url?.split('?')[0] }) } },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit,
    genReqId: () => `req_${randomUUID().replaceAll('-', '')}`,
    routerOptions: { maxParamLength: 500 },
    // Hooks do not run for these, so that CORS has to be told here.
    frameworkErrors: (error, request, reply) => answerFrameworkError(context, error, request, reply.headers(openToAll)),
  });
  // Queries and headers may hold keys: a line of the log has neither.
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ req: request, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });

  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const ready = await isReady(context);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'the database does not answer' });
  });
  await app.register(async (open) => {
    await open.register(cors, crossOrigin);
    await open.register(serveApiRoutes, { context });
    await open.register(serveDownloads, { context });
  });
  await app.register(servePortal, { siteDir: resolve(config.siteDir) });
  return app;
}

/** No cookies cross origins here, so any page may call: the console of a portal on a CDN does. */
const crossOrigin = {
  origin: '*',
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  exposedHeaders: '*',
  maxAge: 600,
  strictPreflight: false,
};

const openToAll = { 'access-control-allow-origin': crossOrigin.origin, 'access-control-expose-headers': crossOrigin.exposedHeaders };

async function isReady({ db }: Context): Promise<boolean> {
  return db
    .selectFrom('workspace')
    .select('id')
    .limit(1)
    .execute()
    .then(
      () => true,
      () => false,
    );
}

/** The built portal: hashed assets are kept for a year, pages are asked for again. */
async function servePortal(app: FastifyInstance, { siteDir }: { siteDir: string }): Promise<void> {
  if (!existsSync(siteDir)) {
    app.get('/', async (_request, reply) => reply.code(503).type('text/plain').send('The portal is not built yet: run "npm run build".\n'));
    return;
  }
  await app.register(compress);
  await app.register(helmet, { contentSecurityPolicy: { directives: portalPolicy }, strictTransportSecurity: false });
  await app.register(fastifyStatic, {
    root: siteDir,
    extensions: ['html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const page = request.url.startsWith('/en/') ? 'en/404.html' : '404.html';
    return reply.code(404).header('cache-control', 'no-cache').sendFile(page);
  });
}

/** Docusaurus sets the colour scheme by inline scripts and styles; nothing else may come from elsewhere. */
const portalPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", "'unsafe-inline'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'", 'http:', 'https:'],
  frameSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  upgradeInsecureRequests: null,
};
