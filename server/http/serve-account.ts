import { Readable } from 'node:stream';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, tooManyRequests } from '../answers/refusal.ts';
import { say } from '../answers/say.ts';
import type { Context } from '../context.ts';
import { mayReadOutbox } from '../mail/read-outbox.ts';
import { performAccountAction } from '../people/account.ts';
import { type AccountAction, accountActions, limitedActions, readAccountBody } from '../people/account-body.ts';
import type { AccountAnswer } from '../people/account-call.ts';
import { notSignedIn } from '../people/account-refusals.ts';
import { prolongSession } from '../people/ask-auth.ts';
import { writeDataOfPerson } from '../people/data-of-person.ts';
import { isSameOrigin } from '../people/same-origin.ts';
import { findSession } from '../people/session.ts';
import { listSessions } from '../people/sessions-of.ts';
import { answerRefusal } from '../pipeline/steps/answer-refusal.ts';
import { answerFrameworkError } from './framework-errors.ts';
import { sendReply } from './send-reply.ts';

const bodyLimit = 16 * 1024;

/** Serves account actions for the portal's pages, such as sign-up and sign-in, authenticated by cookie. */
export async function serveAccount(app: FastifyInstance, { context }: { context: Context }): Promise<void> {
  app.removeAllContentTypeParsers();
  // Forms of other sites cannot send JSON without a preflight, so they get no further than this.
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: FastifyError, request, reply) =>
    error instanceof Refusal
      ? refuse(error, request, reply)
      : answerFrameworkError(context, error, request, reply.header('cache-control', 'no-store')),
  );

  for (const action of accountActions) {
    app.post(`/account/${action}`, { bodyLimit }, async (request, reply) => {
      const answer = await perform(action, request);
      for (const cookie of answer.cookies ?? []) reply.header('set-cookie', cookie);
      return send(reply, request, answer);
    });
  }
  app.get('/account/session', async (request, reply) => {
    const session = await findSession(context, request);
    if (!session) return send(reply, request, { status: 200, body: { person: null } });
    for (const cookie of await prolongSession(context, request.headers)) reply.header('set-cookie', cookie);
    const { person, current, workspaces } = session;
    const is_provider = current.id === context.config.providerWorkspace;
    return send(reply, request, { status: 200, body: { person, workspace: current, workspaces, is_provider } });
  });
  app.get('/account/sessions', async (request, reply) => {
    const session = await findSession(context, request);
    if (!session) throw notSignedIn();
    const of = { personId: session.person.id, currentId: session.id, now: context.now() };
    return send(reply, request, { status: 200, body: { data: await listSessions(context.db, of) } });
  });
  app.get('/account/data', async (request, reply) => {
    const session = await findSession(context, request);
    if (!session) throw notSignedIn();
    reply.header('content-disposition', 'attachment; filename="cais-my-data.json"');
    const body = Readable.from(writeDataOfPerson(context.db, session, context.now()));
    return send(reply, request, { status: 200, body });
  });
  app.get('/account/outbox', async (request, reply) => {
    const from = { address: request.socket.remoteAddress, headers: request.headers };
    if (!mayReadOutbox(context.config, from)) throw noOutbox();
    return send(reply, request, { status: 200, body: { data: await context.people.outbox.list() } });
  });

  async function perform(action: AccountAction, request: FastifyRequest): Promise<AccountAnswer> {
    const { headers, method, ip } = request;
    if (!isSameOrigin(method, headers, context.config.publicUrl)) throw foreignOrigin();
    const wait = limitedActions.has(action) ? await context.people.signInLimit(ip) : undefined;
    if (wait !== undefined) throw tooManyRequests(wait);
    const body = readAccountBody(action, request.body as Buffer | undefined);
    return performAccountAction[action]({ context, headers: headers as Record<string, string | undefined>, body });
  }

  function refuse(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return send(reply, request, answerRefusal(refusal, request, context.config.publicUrl));
  }

  function send(reply: FastifyReply, request: FastifyRequest, answer: AccountAnswer): FastifyReply {
    reply.header('cache-control', 'no-store');
    return sendReply(reply, request.id, { mediaType: 'application/json', ...answer });
  }
}

function foreignOrigin(): Refusal {
  return new Refusal('foreign_origin', say('accounts.foreign-origin'));
}

function noOutbox(): Refusal {
  return new Refusal('no_such_path', say('accounts.no-outbox'));
}
