import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Reply, Trail } from '../pipeline/reply.ts';
import { readTrace } from './trace-context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Which operation of an API has answered; null where none has. */
    trail: Trail | null;
  }
}

/** Lets requests of this server tell what has answered them. A property costs less than a map that every request is added to. */
export function followAnswers(app: FastifyInstance): void {
  app.decorateRequest('trail', null);
}

/** Notes which operation of an API has answered a request, before the answer is sent. */
export function noteAnswered(request: FastifyRequest, { trail }: Reply): void {
  request.trail = trail ?? null;
}

/** Writes a line for a request: no address, and nothing that its caller has sent. Queries and headers may hold keys. */
export function logAnswered(request: FastifyRequest, reply: FastifyReply): void {
  const traceId = readTrace(request.headers)?.id;
  const { api, operation, workspaceId } = request.trail ?? {};
  const where = { api: api?.slug, operation: operation?.id, route: routeOf(request), workspaceId };
  const ms = Math.round(reply.elapsedTime * 10) / 10;
  request.log.info({ req: request, status: reply.statusCode, ms, ...where, traceId }, 'answered');
}

/**
 * The template of a request's address below the server, such as `/sandbox/shop/v1/orders/{order_id}`: of its operation, or of
 * the server's route, so that unknown addresses are one.
 */
export function routeOf({ trail, routeOptions }: FastifyRequest): string | undefined {
  return trail?.operation ? trail.api.basePath + trail.operation.path : routeOptions.url;
}
