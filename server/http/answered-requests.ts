import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reply } from '../pipeline/reply.ts';
import { readTrace } from './trace-context.ts';

/** What operators may know of a request: no address, and nothing that its caller has sent. */
interface Answered {
  api: string;
  operation?: string;
  /** Below the server: `/sandbox/notas/v1/customers/{customer_id}`. */
  route?: string;
  workspaceId?: string;
}

const known = new WeakMap<FastifyRequest, Answered>();

/** Notes which operation of an API has answered a request, before the answer is sent. */
export function noteAnswered(request: FastifyRequest, { trail }: Reply): void {
  if (!trail) return;
  const { api, operation, workspaceId } = trail;
  known.set(request, {
    api: api.slug,
    ...(operation && { operation: operation.id, route: api.basePath + operation.path }),
    ...(workspaceId && { workspaceId }),
  });
}

/** Writes a line for a request. Queries and headers may hold keys, so neither is logged. */
export function logAnswered(request: FastifyRequest, reply: FastifyReply): void {
  const traceId = readTrace(request.headers)?.id;
  const { api, operation, workspaceId } = known.get(request) ?? {};
  const where = { api, operation, route: routeOf(request), workspaceId };
  const ms = Math.round(reply.elapsedTime * 10) / 10;
  request.log.info({ req: request, status: reply.statusCode, ms, ...where, traceId }, 'answered');
}

/** The template of a request's address: of its operation, or of the server's route, so that unknown addresses are one. */
export function routeOf(request: FastifyRequest): string | undefined {
  return known.get(request)?.route ?? request.routeOptions.url;
}
