import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../answers/refusal.ts';
import { say, sayNumber } from '../../answers/say.ts';
import type { Context } from '../../context.ts';
import type { InboxMessageRow, InboxRow } from '../../db/schema.ts';
import { fixedWindow } from '../../dialect/limits/fixed-window.ts';
import { workspaceNow } from '../../identity/workspace-clock.ts';
import { capped } from '../delivery/read-capped.ts';
import { secretsOf } from '../endpoint-secrets.ts';
import { verifySignature } from '../signature.ts';
import { storeMessage } from './inbox-messages.ts';
import { type InboxAnswer, takeFailure } from './inbox-store.ts';
import { findInboxId } from './inbox-url.ts';

const nothing = Buffer.alloc(0);

/** Serves the receiving addresses of inboxes: stores everything, and responds as configured. */
export async function serveInbox(app: FastifyInstance, { context }: { context: Context }): Promise<void> {
  const requests = context.config.inboxRequestsPerMinute;
  const pace = fixedWindow({ requests, seconds: 60 });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.all<{ Params: { id: string } }>('/inbox/:id', async (request, reply) => {
    const found = await findOpenInbox(context, request.params.id);
    if (!found) throw noInbox();
    const { inbox, clock_offset } = found;
    const { retryAfter } = await context.limitStates.take(pace, `inbox ${inbox.id}`, context.now().getTime());
    if (retryAfter !== undefined) throw tooFast(requests, retryAfter);
    const answer = JSON.parse(inbox.answer) as InboxAnswer;
    const failed = inbox.fail_next > 0 && (await takeFailure(context.db, inbox.id));
    const status = failed ? 500 : answer.status;
    const hangsUp = answer.close_connection && !failed;
    const message = {
      ...(await readMessage(context, inbox, request)),
      received_at: workspaceNow({ clockOffset: clock_offset }, context.now()).toISOString(),
      answered_status: hangsUp ? null : status,
    };
    await storeMessage(context.db, message, context.config.inboxBytes);
    if (!failed && answer.delay_seconds > 0) await wait(answer.delay_seconds * 1000, undefined, { ref: false });
    if (hangsUp) return hangUp(request, reply);
    if (answer.retry_after_seconds !== null) reply.header('retry-after', answer.retry_after_seconds);
    return reply.code(status).send(status === 204 || status === 304 ? undefined : { received: status < 300 });
  });
}

function noInbox(): Refusal {
  return new Refusal('not_found', say('inboxes.none'));
}

function tooFast(requests: number, seconds: number): Refusal {
  return new Refusal('too_many_requests', say('inboxes.too-fast', { requests: sayNumber(requests), seconds }), {
    headers: { 'retry-after': String(seconds) },
  });
}

async function findOpenInbox({ db }: Context, id: string) {
  const row = await db
    .selectFrom('inbox')
    .innerJoin('workspace', 'workspace.id', 'inbox.workspace_id')
    .selectAll('inbox')
    .select('clock_offset')
    .where('inbox.id', '=', id)
    .executeTakeFirst();
  return row && { inbox: row as InboxRow, clock_offset: row.clock_offset };
}

type ReceivedMessage = Omit<InboxMessageRow, 'seq' | 'id' | 'received_at' | 'answered_status'>;

async function readMessage(context: Context, inbox: InboxRow, request: FastifyRequest): Promise<ReceivedMessage> {
  const body = (request.body as Buffer | undefined) ?? nothing;
  const [, query = ''] = request.url.split('?', 2);
  const text = capped(body);
  const eventId = request.headers['webhook-id'];
  return {
    inbox_id: inbox.id,
    method: request.method,
    query,
    headers: JSON.stringify(request.headers),
    body: text.body,
    body_size: body.length,
    body_truncated: Number(text.body_truncated),
    signature: verifySignature(request.headers, body, await secretsFor(context, inbox), context.now()),
    event_id: typeof eventId === 'string' ? await findOwnEvent(context, inbox, eventId) : null,
  };
}

/** The secrets of the endpoints that lead to an inbox. */
async function secretsFor({ db, peppers, config, now }: Context, { id, workspace_id }: InboxRow): Promise<string[]> {
  const endpoints = await db
    .selectFrom('webhook_endpoint')
    .selectAll()
    .where('workspace_id', '=', workspace_id)
    .where('deleted_at', 'is', null)
    .execute();
  return endpoints
    .filter(({ url }) => findInboxId(config.publicUrl, url) === id)
    .flatMap((endpoint) => secretsOf(peppers, endpoint, now()));
}

async function findOwnEvent({ db }: Context, { workspace_id }: InboxRow, id: string): Promise<string | null> {
  const event = await db
    .selectFrom('event')
    .select('id')
    .where('workspace_id', '=', workspace_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return event?.id ?? null;
}

function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}
