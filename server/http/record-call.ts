import type { FastifyReply } from 'fastify';
import type { Incoming } from '../answers/incoming.ts';
import type { Context } from '../context.ts';
import type { Reply, Trail } from '../pipeline/reply.ts';

/** Hands a call that was answered to the request log. Calls of nobody, whose credential is unknown, are nobody's to read. */
export function recordCall(
  { activity, now, features }: Context,
  incoming: Incoming,
  answer: Reply,
  sent: FastifyReply,
): void {
  const { trail } = answer;
  if (!features.requests || !trail?.workspaceId) return;
  const { api, operation, principal, workspaceId, stages, refusal } = trail;
  if (answer.status < 400 && isWatching(trail)) return;
  if (answer.wait) stages.end('wait');
  const duration = performance.now() - stages.began;
  const call = {
    api,
    operation,
    workspaceId,
    actor: principal?.actor,
    status: answer.status,
    refusal,
    duration,
    isDropped: answer.isDropped === true,
    at: now().getTime() - Math.floor(duration),
    requestBytes: incoming.body?.length ?? 0,
    responseBytes: answer.pieces ? Buffer.byteLength(answer.text ?? '') : Number(sent.getHeader('content-length') ?? 0),
  };
  activity.record(call, () => ({
    ...call,
    incoming,
    clock: trail.now.getTime(),
    responseHeaders: sent.getHeaders() as Record<string, string>,
    mediaType: answer.mediaType,
    responseBody: incoming.method === 'HEAD' ? null : bodyOf(answer),
    stages: stages.spent ?? {},
  }));
}

function bodyOf({ text, body }: Reply): string | Buffer | null | undefined {
  if (text !== undefined) return text;
  if (body === undefined || body === null) return null;
  return typeof body === 'string' || Buffer.isBuffer(body) ? body : undefined;
}

const watched = /^\/(requests|metrics)(\/|$)/;

/** Whether the log or the counts were read: a page that shows them live would push out of the log what it is there to show. */
function isWatching({ api, operation }: Trail): boolean {
  return api.isPlatform && operation?.method === 'get' && watched.test(operation.path);
}
