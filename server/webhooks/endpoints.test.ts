import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertPlatformDeclares } from '../testing/assert-declared.ts';
import { accept, type Receiver, startReceiver } from '../testing/receiver.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';
import {
  newWebhookWorkspace,
  startDeliveringPortal,
  until,
  type WebhookWorkspace,
} from '../testing/webhook-workspace.ts';
import { verifySignature } from './signature.ts';

describeOnDatabases('webhook endpoints (dialects.md 5, notification)', (open) => {
  let portal: TestPortal;
  let receiver: Receiver;
  let workspace: WebhookWorkspace;
  before(async () => {
    portal = await startDeliveringPortal({ open });
    receiver = await startReceiver();
  });
  after(async () => {
    await portal.close();
    await receiver.close();
  });
  const fresh = async () => {
    workspace = await newWebhookWorkspace(portal);
    receiver.received.length = 0;
    receiver.respond = accept;
  };
  const assertDeclared = (id: string, status: number, body: unknown) =>
    assertPlatformDeclares(portal, id, { status, body });

  test('an endpoint is created, listed, changed and deleted as documented; its secret is shown once', async () => {
    await fresh();
    const made = await workspace.call('POST /webhook_endpoints', { url: receiver.url });
    assertDeclared('createWebhookEndpoint', 201, made.body);
    assert.equal(made.headers.location, `/platform/v1/webhook_endpoints/${made.body.id}`);
    assert.equal(made.headers['cache-control'], 'no-store');
    assert.deepEqual(made.body.event_types, ['*']);
    const { secret, ...rest } = made.body;
    const { body: shown } = await workspace.call(`GET /webhook_endpoints/${made.body.id}`);
    assertDeclared('getWebhookEndpoint', 200, shown);
    assert.deepEqual(shown, rest);
    const { body: list } = await workspace.call('GET /webhook_endpoints');
    assertDeclared('listWebhookEndpoints', 200, list);
    assert.ok(!JSON.stringify(list).includes(secret));
    const { body: changed } = await workspace.call(`PATCH /webhook_endpoints/${made.body.id}`, { description: 'Mine' });
    assertDeclared('updateWebhookEndpoint', 200, changed);
    assert.deepEqual([changed.description, changed.url], ['Mine', receiver.url]);
    assert.equal((await workspace.call(`DELETE /webhook_endpoints/${made.body.id}`)).status, 204);
    assert.equal((await workspace.call(`GET /webhook_endpoints/${made.body.id}`)).status, 404);
    assert.equal((await workspace.call(`DELETE /webhook_endpoints/${made.body.id}`)).status, 404);
  });

  test("a blocked address is refused with the reason, on create and update, in the caller's language", async () => {
    await fresh();
    const refused = async (request: string, url: string, language = 'en') => {
      const { status, body } = await portal.call(request, {
        key: workspace.key,
        body: { url },
        headers: { 'accept-language': language },
      });
      assert.equal(status, 422, JSON.stringify(body));
      return body.errors[0];
    };
    const { code, detail, pointer } = await refused(
      'POST /platform/v1/webhook_endpoints',
      'http://169.254.169.254/latest',
    );
    assert.deepEqual([code, pointer], ['blocked_address', '#/url']);
    assert.match(detail, /^"url" points to 169\.254\.169\.254, a link-local address/);
    const { id } = await workspace.endpoint(receiver.url);
    const patched = await refused(`PATCH /platform/v1/webhook_endpoints/${id}`, 'http://[::1]/', 'pt-BR');
    assert.match(patched.detail, /^"url" aponta para ::1, um endereço desta máquina/);
    for (const url of [
      'ftp://public.example/',
      'http://a:b@public.example/',
      'http://10.0.0.1/',
      'http://public.example:25/',
    ])
      assert.equal((await refused('POST /platform/v1/webhook_endpoints', url)).code, 'blocked_address', url);
    assert.equal((await workspace.call(`GET /webhook_endpoints/${id}`)).body.url, receiver.url);
  });

  test('an unknown type or version is refused, with a pointer to the valid ones', async () => {
    await fresh();
    const { body: types } = await workspace.call('GET /event_types');
    assertDeclared('listEventTypes', 200, types);
    assert.ok(types.data.some(({ name }: { name: string }) => name === 'notas:document_success'));
    assert.ok(types.data.some(({ name }: { name: string }) => name === 'platform:webhook_endpoint_disabled'));
    const versionsOf = (api: string) => types.data.find((type: { api: string }) => type.api === api).api_versions;
    assert.deepEqual([versionsOf('crm'), versionsOf('notas')], [['v2', 'v1'], []]);
    const post = (fields: object) => workspace.call('POST /webhook_endpoints', { url: receiver.url, ...fields });
    for (const [fields, pointer] of [
      [{ event_types: ['*', 'notas:nothing'] }, '#/event_types/1'],
      [{ event_types: ['nothing:*'] }, '#/event_types/0'],
      [{ event_types: [] }, '#/event_types'],
      [{ api_versions: { notas: 'v9' } }, '#/api_versions/notas'],
      [{ status: 'paused' }, '#/status'],
    ] as const) {
      const { status, body } = await post(fields);
      assert.deepEqual([status, body.errors?.[0]?.pointer], [422, pointer], JSON.stringify(body));
    }
    assert.equal((await post({ event_types: ['notas:*', 'platform:*'] })).status, 201);
  });

  test('a test event is sent at any time, whichever types the endpoint selected', async () => {
    await fresh();
    const { id } = await workspace.endpoint(receiver.url);
    await workspace.endpoint(receiver.url, { event_types: ['*'] });
    const sent = await workspace.call(`POST /webhook_endpoints/${id}/test_events`);
    assert.equal(sent.status, 202);
    assertDeclared('sendTestEvent', 202, sent.body);
    await until(
      () => workspace.delivery(sent.body.id),
      ({ status }) => status === 'delivered',
    );
    assert.deepEqual(
      receiver.received.map(({ body }) => JSON.parse(body).type),
      ['webhook_test'],
    );
    assert.equal((await workspace.deliveries('type=webhook_test')).length, 1);
  });

  test('a rotation signs with both secrets until it ends, by the real clock; neither is stored in plain text', async () => {
    await fresh();
    const { id, secret: old } = await workspace.endpoint(receiver.url);
    const { status, body } = await workspace.call(`POST /webhook_endpoints/${id}/secrets`, { overlap_seconds: 3600 });
    assert.equal(status, 201);
    assertDeclared('rotateWebhookSecret', 201, body);
    const verdicts = async (...secrets: string[]) => {
      receiver.received.length = 0;
      await workspace.call(`POST /webhook_endpoints/${id}/test_events`);
      const [request] = await until(
        () => receiver.received,
        ({ length }) => length > 0,
      );
      return secrets.map((secret) =>
        verifySignature(request?.headers ?? {}, Buffer.from(request?.body ?? ''), [secret], new Date()),
      );
    };
    assert.deepEqual(await verdicts(old, body.secret), ['valid', 'valid']);
    await workspace.advance(7200);
    assert.deepEqual(await verdicts(old, body.secret), ['valid', 'valid'], 'moving the clock ends no overlap');
    const { body: last } = await workspace.call(`POST /webhook_endpoints/${id}/secrets`, { overlap_seconds: 0 });
    assert.equal(last.previous_secret_expires_at, null);
    assert.deepEqual(await verdicts(old, body.secret, last.secret), ['invalid', 'invalid', 'valid']);
    const rows = await portal.context.db.selectFrom('webhook_endpoint').selectAll().execute();
    const attempts = await portal.context.db.selectFrom('attempt').selectAll().execute();
    for (const secret of [old, body.secret, last.secret])
      assert.ok(!JSON.stringify([rows, attempts]).includes(secret.slice(6)), 'no secret is in the database');
  });
});
