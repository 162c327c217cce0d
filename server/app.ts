import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import cors from '@fastify/cors';
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import { answerFrameworkError, serveApiRoutes } from './api-routes.ts';
import type { Context } from './context.ts';
import { serveDownloads } from './downloads/serve-downloads.ts';
import { servePortal } from './portal.ts';

const bodyLimit = 1024 * 1024;

/** Where lines of the log go; standard output unless somebody wants to read them. */
interface LogStream {
  write(line: string): void;
}

/** Builds the server of a context: the sandboxes, the platform API, the downloads and the built portal. */
export async function buildApp(
  context: Context,
  { logStream }: { logStream?: LogStream } = {},
): Promise<FastifyInstance> {
  const { config } = context;
  const app = Fastify({
    logger: {
      level: config.logLevel,
      stream: logStream,
      serializers: { req: ({ method, url }) => ({ method, path: url?.split('?')[0] }) },
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit,
    genReqId: () => `req_${randomUUID().replaceAll('-', '')}`,
    routerOptions: { maxParamLength: 500 },
    // Hooks do not run for these, so that CORS has to be told here.
    frameworkErrors: (error, request, reply) => answerFrameworkError(context, error, request, reply.headers(openToAll)),
  });
  // Fastify's own answer would tell what failed.
  app.setErrorHandler((error: FastifyError, request, reply) => answerFrameworkError(context, error, request, reply));
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

const openToAll = {
  'access-control-allow-origin': crossOrigin.origin,
  'access-control-expose-headers': crossOrigin.exposedHeaders,
};

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
