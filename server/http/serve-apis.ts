import { Readable } from 'node:stream';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { allowedMethods } from '../openapi/allowed-methods.ts';
import { handleRequest } from '../pipeline/handle-request.ts';
import { answerRefusal } from '../pipeline/steps/answer-refusal.ts';
import { noteAnswered } from './answered-requests.ts';
import { refuseApi } from './find-api.ts';
import { findCalled } from './find-called.ts';
import { answerFrameworkError } from './framework-errors.ts';
import { readIncoming, repeatedHeaders } from './read-incoming.ts';
import { recordCall } from './record-call.ts';
import { deliver } from './send-reply.ts';

const unread = Buffer.from('?');

/** Routes every request under `/sandbox` and `/platform`, or to an API at the root, to its pipeline, whatever its method. */
export async function serveApis(app: FastifyInstance, { context }: { context: Context }): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());

  const answerHere = async (request: FastifyRequest, reply: FastifyReply, body = request.body) => {
    const received = body instanceof Readable ? { stream: body } : { body: body as Buffer | undefined };
    const incoming = { ...readIncoming(context, request), ...received };
    const { api, below } = findCalled(context, request) ?? {};
    const answer = api
      ? await handleRequest(context, api, { ...incoming, pathBelow: below }, repeatedHeaders(request))
      : answerRefusal(refuseApi(context, request), incoming, context.config.publicUrl);
    noteAnswered(request, answer);
    await deliver(reply, incoming.id, answer, closing.signal);
    recordCall(context, incoming, answer, reply);
    return reply;
  };

  await app.register(async (large) => {
    large.removeAllContentTypeParsers();
    // Such a body is received only once its sender is known.
    large.addContentTypeParser('*', (_request, stream, done) => done(null, stream));
    for (const path of largeBodies(context)) large.post(path, (request, reply) => answerHere(request, reply));
  });
  app.all('/sandbox/*', (request, reply) => answerHere(request, reply));
  app.all('/platform/*', (request, reply) => answerHere(request, reply));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // The pipeline refuses an unreadable Content-Type as it does any unsupported one.
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return answerHere(request, reply, unread);
    return answerFrameworkError(context, error, request, reply);
  });
  if (!context.root) return;
  // Every other route is more specific, and goes first; CORS has OPTIONS.
  const method = app.supportedMethods.filter((name) => name !== 'OPTIONS');
  app.route({ method, url: '/*', handler: (request, reply) => answerHere(request, reply) });
}

/** The addresses of the platform's operations that receive larger bodies. */
function largeBodies({ apis }: Context): string[] {
  return [...apis.values()]
    .filter(({ isPlatform }) => isPlatform)
    .flatMap(({ basePath, operations }) =>
      operations.filter(({ operation }) => operation['x-large-body']).map(({ path }) => basePath + path),
    );
}

/** Adds `Allow` to the response to OPTIONS; CORS adds the rest. */
export function setAllowHeader(context: Context, request: FastifyRequest, reply: FastifyReply): void {
  if (request.method !== 'OPTIONS') return;
  const incoming = readIncoming(context, request);
  reply.header('x-request-id', incoming.id);
  const { api, below } = findCalled(context, request) ?? {};
  const match = below === undefined ? undefined : api?.router(below, incoming);
  if (match) reply.header('allow', allowedMethods(match.operations.keys()));
}
