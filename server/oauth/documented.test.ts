import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { exampleRequest } from '../openapi/examples.ts';
import type { Operation } from '../openapi/operations.ts';
import { basePathOf, isServedApart } from '../openapi/servers.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';

describe('the OAuth endpoints match the platform document', () => {
  let portal: TestPortal;
  let api: ServedApi;
  let client: string;
  before(async () => {
    portal = await startTestPortal({ env: { LIMITS: 'on', BAD_CREDENTIALS_PER_MINUTE: '3' } });
    api = portal.context.apis.get('platform') as ServedApi;
    const key = await portal.guest();
    const body = { name: 'ERP', scopes: ['*:read'], allowed_addresses: ['127.0.0.1'] };
    const made = (await portal.call('POST /platform/v1/oauth_clients', { key, body })).body;
    client = `Basic ${btoa(`${made.id}:${made.secret}`)}`;
  });
  after(() => portal.close());

  const apart = () => api.operations.filter((operation) => isServedApart(api, operation));
  const operationOf = (id: string) => apart().find((operation) => operation.id === id) as Operation;

  /** Sends the document's example, or other fields. */
  function send(operation: Operation, authorization: string | undefined, fields = {}): Promise<TestAnswer> {
    const { body } = exampleRequest(api, operation);
    return portal.call(`${operation.method.toUpperCase()} ${basePathOf(api, operation)}${operation.path}`, {
      ...(body && { body: new URLSearchParams({ ...(body.value as object), ...fields }).toString() }),
      headers: { ...(body && { 'content-type': body.mediaType }), ...(authorization && { authorization }) },
    });
  }

  function assertDeclared({ id, responses }: Operation, { status, headers, body }: TestAnswer): void {
    const response = responses[String(status)];
    assert.ok(response, `${id} answered ${status}, which it does not declare: ${JSON.stringify(body)}`);
    for (const name of Object.keys(response.headers ?? {}))
      assert.ok(headers[name.toLowerCase()], `${id} lacks ${name}`);
    const schema = response.content?.['application/json']?.schema;
    if (!schema) assert.equal(body, '', id);
    else assert.deepEqual(api.validator.response(schema, body), [], `${id}: ${JSON.stringify(body)}`);
  }

  test('all five exist, and each answers its example as declared', async () => {
    const ids = apart().map(({ id }) => id);
    assert.deepEqual(ids.sort(), [
      'createAccessToken',
      'getAuthorizationServer',
      'introspectAccessToken',
      'listSigningKeys',
      'revokeAccessToken',
    ]);
    for (const operation of apart()) {
      const answer = await send(operation, client);
      assert.equal(answer.status, 200, operation.id);
      assertDeclared(operation, answer);
    }
  });

  test('introspection of a valid token, and of a revoked one, returns only what is declared', async () => {
    const { body } = await send(operationOf('createAccessToken'), client);
    const [introspect, revoke] = [operationOf('introspectAccessToken'), operationOf('revokeAccessToken')];
    const state = await send(introspect, client, { token: body.access_token });
    assertDeclared(introspect, state);
    const declared = Object.keys(api.document.components?.schemas?.TokenState?.properties ?? {});
    assert.deepEqual(Object.keys(state.body).sort(), declared.sort());
    assertDeclared(revoke, await send(revoke, client, { token: body.access_token }));
    assert.deepEqual((await send(introspect, client, { token: body.access_token })).body, { active: false });
  });

  test('each refuses as declared: an invalid request, an unknown client, and repeated guesses', async () => {
    for (const operation of apart().filter(({ method }) => method === 'post')) {
      const wrong = await send(operation, client, { token: '', grant_type: 'password' });
      assert.equal(wrong.status, 400, operation.id);
      assertDeclared(operation, wrong);
      const statuses = new Set<number>();
      for (let guess = 0; guess < 5; guess++) {
        const answer = await send(operation, `Basic ${btoa('cli_nobody:wrong')}`);
        assertDeclared(operation, answer);
        statuses.add(answer.status);
      }
      assert.ok(statuses.has(429), operation.id);
      if (operation.id === 'createAccessToken') assert.ok(statuses.has(401));
    }
  });

  test("none is also served below the API's base path", async () => {
    const key = await portal.guest();
    for (const { id, method, path } of apart()) {
      const { status, body } = await portal.call(`${method.toUpperCase()} ${api.basePath}${path}`, { key });
      assert.deepEqual([status, body.code], [404, 'no_such_path'], id);
    }
  });
});
