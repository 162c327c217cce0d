import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from './context.ts';
import type { Answer } from './dialect/answer.ts';
import { Refusal } from './dialect/errors/refusal.ts';
import { allowedMethods } from './openapi/allowed-methods.ts';
import { describeFault } from './openapi/faults.ts';
import { answerRefusal } from './pipeline/answer-refusal.ts';
import { endOfTurn } from './pipeline/end-of-turn.ts';
import type { Incoming } from './pipeline/exchange.ts';
import { handleRequest } from './pipeline/handle-request.ts';
import { continueTrace } from './pipeline/trace-context.ts';
import { platformHandlers } from './platform/handlers.ts';
import type { ServedApi } from './sandbox/served-api.ts';

const safety = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
};

const unread = Buffer.from('?');

/** Hands every request under `/sandbox` and `/platform` to the pipeline of its API, whatever its method. */
export async function serveApiRoutes(app: FastifyInstance, { context }: { context: Context }): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const closing = new AbortController();
  app.addHook('preClose', async () => closing.abort());

  const answerHere = async (request: FastifyRequest, reply: FastifyReply, body = request.body) => {
    const incoming = { ...readIncoming(context, request), body: body as Buffer | undefined };
    const slug = slugOf(request.url);
    const api = context.apis.get(slug);
    const answer = api
      ? await handle(context, api, incoming, request)
      : answerRefusal(refuseApi(context, slug), incoming, context.config.publicUrl);
    if (answer.simulated?.wait) await holdBack(answer.simulated.wait, reply, closing.signal);
    await endOfTurn();
    return answer.simulated?.isDropped ? dropConnection(reply) : sendAnswer(reply, incoming.id, answer);
  };

  app.all('/sandbox/*', (request, reply) => answerHere(request, reply));
  app.all('/platform/*', (request, reply) => answerHere(request, reply));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // A Content-Type that cannot even be read is refused by the pipeline, as any other that is not taken.
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return answerHere(request, reply, unread);
    return answerFrameworkError(context, error, request, reply);
  });
}

/** Says in the answer to OPTIONS what an address takes; CORS says the rest. */
export function tellAllowed(context: Context, request: FastifyRequest, reply: FastifyReply): void {
  if (request.method !== 'OPTIONS') return;
  const incoming = readIncoming(context, request);
  reply.header('x-request-id', incoming.id);
  const api = context.apis.get(slugOf(request.url));
  const below = api && pathBelow(api.basePath, incoming.path);
  const match = below === undefined ? undefined : api?.router(below, incoming);
  if (match) reply.header('allow', allowedMethods(match.operations.keys()));
}

/** Answers what the HTTP framework itself refuses (a body too large, an address that cannot be decoded) in the API's own form. */
export async function answerFrameworkError(
  context: Context,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const incoming = readIncoming(context, request);
  const api = context.apis.get(slugOf(request.url));
  const refused = refusalOf(error, request);
  const isBelow = api && pathBelow(api.basePath, incoming.path) !== undefined;
  return sendAnswer(
    reply,
    incoming.id,
    isBelow
      ? await handle(context, api, incoming, request, refused)
      : answerRefusal(refused, incoming, context.config.publicUrl),
  );
}

function handle(
  context: Context,
  api: ServedApi,
  incoming: Incoming,
  request: FastifyRequest,
  refused?: Refusal,
): Promise<Answer> {
  return handleRequest(
    context,
    api,
    { ...incoming, pathBelow: pathBelow(api.basePath, incoming.path) },
    {
      handlers: api.slug === 'platform' ? platformHandlers : undefined,
      refused: refused ?? repeatedHeaders(request),
      onError: (error) => request.log.error(error),
    },
  );
}

function readIncoming({ config }: Context, request: FastifyRequest): Incoming {
  const [path = '', ...query] = request.url.split('?');
  return {
    id: request.id,
    method: request.method,
    path,
    query: new URLSearchParams(query.join('?')),
    headers: request.headers,
    body: undefined,
    url: config.publicUrl + request.url,
    address: request.ip,
  };
}

/** Of two keys, or two hosts (RFC 9112, 3.2), nobody can say which one was meant; Node would take the first. */
function repeatedHeaders({ raw }: FastifyRequest): Refusal | undefined {
  const name = ['Authorization', 'Host'].find((single) => isRepeated(raw.rawHeaders, single.toLowerCase()));
  if (!name) return undefined;
  return new Refusal('invalid_request', {
    en: `${name} is there more than once. Send it once.`,
    pt: `O cabeçalho ${name} veio mais de uma vez. Envie-o uma só vez.`,
  });
}

/** In `rawHeaders` names and values alternate. */
function isRepeated(rawHeaders: string[], name: string): boolean {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const sent = rawHeaders[index] as string;
    if (sent.length === name.length && sent.toLowerCase() === name) count++;
  }
  return count > 1;
}

function slugOf(url: string): string {
  const [, room, slug = ''] = url.split(/[/?]/, 3);
  return room === 'platform' ? 'platform' : slug === 'platform' ? '' : slug;
}

function pathBelow(basePath: string, path: string): string | undefined {
  if (path === basePath) return '/';
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : undefined;
}

/** Waits, unless the caller goes away, or the server. */
async function holdBack(milliseconds: number, reply: FastifyReply, closing: AbortSignal): Promise<void> {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  await sleep(milliseconds, undefined, { signal: AbortSignal.any([gone.signal, closing]) }).catch(() => undefined);
}

/** Ends the connection in the middle of the exchange, as a cable that is pulled out. */
function dropConnection(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}

function refuseApi({ apis, faulty }: Context, slug: string): Refusal {
  const faults = faulty.get(slug);
  if (faults) {
    const list = (language: 'en' | 'pt') => faults.map((fault) => describeFault(fault, language)).join(' ');
    return new Refusal('faulty_document', {
      en: `Mend the document and start again: ${list('en')}`,
      pt: `Corrija o documento e inicie de novo: ${list('pt')}`,
    });
  }
  const slugs = [...apis.keys()].filter((known) => known !== 'platform').join(', ');
  return new Refusal('no_such_path', {
    en: `There is no API "${slug}" here. There are: ${slugs}.`,
    pt: `Não há uma API "${slug}" aqui. Há: ${slugs}.`,
  });
}

function refusalOf(error: FastifyError, request: FastifyRequest): Refusal {
  if (error.statusCode === 413) {
    return new Refusal('too_large', {
      en: 'A body may have 1 MiB at most. Send less at once.',
      pt: 'O corpo pode ter no máximo 1 MiB. Envie menos de cada vez.',
    });
  }
  if (error.statusCode && error.statusCode < 500) {
    return new Refusal('invalid_request', {
      en: `The request cannot be read: ${error.message}.`,
      pt: `A requisição não pode ser lida: ${error.message}.`,
    });
  }
  request.log.error(error);
  return new Refusal('internal_error', { en: 'Something failed on our side.', pt: 'Algo falhou do nosso lado.' });
}

/** Puts an answer on its way, with what protects whoever reads it. */
export function sendAnswer(
  reply: FastifyReply,
  requestId: string,
  { status, headers, withoutHeaders = [], mediaType, body, text }: Answer,
): FastifyReply {
  reply.code(status).headers(safety).header('x-request-id', requestId);
  const trace = continueTrace(reply.request.headers);
  if (trace) reply.header('traceparent', trace);
  if (headers) reply.headers(headers);
  for (const name of withoutHeaders) reply.removeHeader(name);
  if (body === undefined || !mediaType) return reply.send();
  if (body instanceof Readable) return reply.header('content-type', mediaType).send(body);
  const isBytes = Buffer.isBuffer(body);
  const isText = typeof body === 'string' && !/[/+]json\b/.test(mediaType);
  reply.header('content-type', isBytes ? mediaType : `${mediaType}; charset=UTF-8`);
  return reply.send(text ?? (isText || isBytes ? body : JSON.stringify(body)));
}
