import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { OAuthClientRow } from '../db/schema.ts';
import { findRefusalOfFailure } from '../dialect/errors/refusal-of-failure.ts';
import { authenticate } from './client-authentication.ts';
import { introspectToken } from './introspection-endpoint.ts';
import { OAuthError } from './oauth-error.ts';
import { type OAuthForm, readForm } from './read-form.ts';
import { revokeToken } from './revocation-endpoint.ts';
import { serverMetadata } from './server-metadata.ts';
import { issueToken } from './token-endpoint.ts';

type Endpoint = (context: Context, client: OAuthClientRow, form: OAuthForm) => Promise<object | undefined>;

const endpoints: Record<string, Endpoint> = {
  '/oauth/token': issueToken,
  '/oauth/introspect': introspectToken,
  '/oauth/revoke': revokeToken,
};

const cacheControl = 'public, max-age=300';

/** Serves the OAuth 2.0 authorization server: its client endpoints, its metadata and its signing keys. */
export async function serveOAuth(app: FastifyInstance, { context }: { context: Context }): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: FastifyError | OAuthError, request, reply) => answerError(error, request, reply));
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
  });

  for (const [path, endpoint] of Object.entries(endpoints)) {
    app.all(path, async (request, reply) => {
      if (request.method !== 'POST') throw methodNotAllowed();
      const form = readForm(request.headers['content-type'], request.body as Buffer | undefined);
      const { authorization } = request.headers;
      const client = await authenticate(context, { authorization, form, address: request.ip });
      return withoutCaching(reply).send((await endpoint(context, client, form)) ?? '');
    });
  }
  app.get('/.well-known/oauth-authorization-server', async (_request, reply) =>
    reply.header('cache-control', cacheControl).send(serverMetadata(context)),
  );
  app.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', cacheControl).send({ keys: await context.signingKeys.published() }),
  );
}

function methodNotAllowed(): OAuthError {
  return new OAuthError('invalid_request', 'Send POST.', { status: 405, headers: { allow: 'POST, OPTIONS' } });
}

/** Token responses must not be cached (RFC 6749, 5.1). */
function withoutCaching(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store').header('pragma', 'no-cache');
}

function answerError(error: FastifyError | OAuthError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof OAuthError) {
    const { code, message, status, headers } = error;
    return withoutCaching(reply).code(status).headers(headers).send({ error: code, error_description: message });
  }
  if (error.statusCode && error.statusCode < 500) {
    return withoutCaching(reply)
      .code(error.statusCode)
      .send({ error: 'invalid_request', error_description: 'The request cannot be read.' });
  }
  request.log.error(error);
  const failed = findRefusalOfFailure(error);
  if (failed)
    return withoutCaching(reply).code(503).headers(failed.headers).send({
      error: 'temporarily_unavailable',
      error_description: failed.detail.en,
    });
  return withoutCaching(reply)
    .code(500)
    .send({ error: 'server_error', error_description: 'Something failed on our side.' });
}
