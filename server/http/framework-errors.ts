import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { Context } from '../context.ts';
import { findRefusalOfFailure } from '../dialect/errors/refusal-of-failure.ts';
import { handleRequest } from '../pipeline/handle-request.ts';
import type { Reply } from '../pipeline/reply.ts';
import { answerRefusal } from '../pipeline/steps/answer-refusal.ts';
import { noteAnswered } from './answered-requests.ts';
import { findCalled } from './find-called.ts';
import { readIncoming } from './read-incoming.ts';
import { recordCall } from './record-call.ts';
import { sendReply } from './send-reply.ts';

/**
 * Answers refusals of routes outside the APIs, and errors of the HTTP framework (an oversized body, an address that cannot be
 * decoded), in the API's own error format.
 */
export async function answerFrameworkError(
  context: Context,
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const incoming = readIncoming(context, request);
  const { api, below } = findCalled(context, request) ?? {};
  const refused = refusalOf(error, request);
  const answer: Reply =
    api && below !== undefined
      ? await handleRequest(context, api, { ...incoming, pathBelow: below }, refused)
      : answerRefusal(refused, incoming, context.config.publicUrl);
  noteAnswered(request, answer);
  sendReply(reply, incoming.id, answer);
  recordCall(context, incoming, answer, reply);
  return reply;
}

function refusalOf(error: FastifyError | Refusal, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error;
  if (error.statusCode === 413) {
    return new Refusal('too_large', say('http.body-too-large'));
  }
  if (error.statusCode && error.statusCode < 500) {
    return new Refusal('invalid_request', say('http.unreadable', { message: error.message }));
  }
  request.log.error(error);
  const failed = findRefusalOfFailure(error);
  if (failed) return failed;
  return new Refusal('internal_error', say('http.failed'));
}
