import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { bodyShape } from '../../wire/media-types.ts';
import { textOf } from '../answers/text-of.ts';
import type { Reply } from '../pipeline/reply.ts';
import { endOfTurn } from './end-of-turn.ts';
import { pacedPieces } from './paced-pieces.ts';
import { continueTrace } from './trace-context.ts';

/** Protects browsers that render a response. */
const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
};

/** Sends a reply, after its delay or as a dropped connection. `closing` ends the delay. */
export async function deliver(
  reply: FastifyReply,
  requestId: string,
  answer: Reply,
  closing: AbortSignal,
): Promise<FastifyReply> {
  if (answer.wait) await holdBack(answer.wait, reply, closing);
  await endOfTurn();
  return answer.isDropped ? dropConnection(reply) : sendReply(reply, requestId, answer, closing);
}

/** Sends a response with its security headers. */
export function sendReply(reply: FastifyReply, requestId: string, answer: Reply, closing?: AbortSignal): FastifyReply {
  const { status, headers, removedHeaders = [], mediaType, body } = answer;
  reply.code(status).headers(securityHeaders).header('x-request-id', requestId);
  const trace = continueTrace(reply.request.headers);
  if (trace) reply.header('traceparent', trace);
  if (headers) reply.headers(headers);
  for (const name of removedHeaders) reply.removeHeader(name);
  if (body === undefined || !mediaType) return reply.send();
  if (answer.pieces) return sendPieces(reply, mediaType, answer.pieces, closing);
  if (body instanceof Readable) return reply.header('content-type', mediaType).send(body);
  const isWhole = Buffer.isBuffer(body) || bodyShape(mediaType) === 'file' || /;\s*charset\s*=/i.test(mediaType);
  reply.header('content-type', isWhole ? mediaType : `${mediaType}; charset=UTF-8`);
  return reply.send(textOf(answer) ?? body);
}

/** Sends a text piece by piece, until the caller disconnects or the server closes; to a HEAD, its headers alone. */
function sendPieces(reply: FastifyReply, mediaType: string, pieces: string[], closing?: AbortSignal): FastifyReply {
  reply.header('content-type', /^text\//.test(mediaType) ? `${mediaType}; charset=UTF-8` : mediaType);
  if (reply.request.method === 'HEAD') return reply.send();
  return reply.send(pacedPieces(pieces, endOf(reply, closing)));
}

/** Waits until the delay ends, the caller disconnects or the server closes. */
async function holdBack(milliseconds: number, reply: FastifyReply, closing: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal: endOf(reply, closing) }).catch(() => undefined);
}

/** Tells when the caller has gone or the server closes. */
function endOf(reply: FastifyReply, closing?: AbortSignal): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return closing ? AbortSignal.any([gone.signal, closing]) : gone.signal;
}

/** Drops the connection in the middle of the exchange, as a pulled cable would. */
function dropConnection(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}
