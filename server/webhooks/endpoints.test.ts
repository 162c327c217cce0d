import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { WebhookSuite } from '../testing/webhook-suite.ts';
import { until } from '../testing/webhook-workspace.ts';
import { verifySignature } from './signature.ts';

describeOnDatabases('webhook endpoints (dialects.md 5, notification)', (open) => {
  const suite = new WebhookSuite(open);

  test('an endpoint is created, listed, changed and deleted as documented; its secret is shown once', async () => {
    await suite.fresh();
    const made = await suite.workspace.call('POST /webhook_endpoints', { url: suite.receiver.url });
    suite.assertDeclared('createWebhookEndpoint', 201, made.body);
    assert.equal(made.headers.location, `/platform/v1/webhook_endpoints/${made.body.id}`);
    assert.equal(made.headers['cache-control'], 'no-store');
    assert.deepEqual(made.body.event_types, ['*']);
    const { secret, ...rest } = made.body;
    const { body: shown } = await suite.workspace.call(`GET /webhook_endpoints/${made.body.id}`);
    suite.assertDeclared('getWebhookEndpoint', 200, shown);
    assert.deepEqual(shown, rest);
    const { body: list } = await suite.workspace.call('GET /webhook_endpoints');
    suite.assertDeclared('listWebhookEndpoints', 200, list);
    assert.ok(!JSON.stringify(list).includes(secret));
    const { body: changed } = await suite.workspace.call(`PATCH /webhook_endpoints/${made.body.id}`, {
      description: 'Mine',
    });
    suite.assertDeclared('updateWebhookEndpoint', 200, changed);
    assert.deepEqual([changed.description, changed.url], ['Mine', suite.receiver.url]);
    assert.equal((await suite.workspace.call(`DELETE /webhook_endpoints/${made.body.id}`)).status, 204);
    assert.equal((await suite.workspace.call(`GET /webhook_endpoints/${made.body.id}`)).status, 404);
    assert.equal((await suite.workspace.call(`DELETE /webhook_endpoints/${made.body.id}`)).status, 404);
  });

  test("a blocked address is refused with the reason, on create and update, in the caller's language", async () => {
    await suite.fresh();
    const refused = async (request: string, url: string, language = 'en') => {
      const { status, body } = await suite.portal.call(request, {
        key: suite.workspace.key,
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
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    const patched = await refused(`PATCH /platform/v1/webhook_endpoints/${id}`, 'http://[::1]/', 'pt-BR');
    assert.match(patched.detail, /^"url" aponta para ::1, um endereço desta máquina/);
    for (const url of [
      'ftp://public.example/',
      'http://a:b@public.example/',
      'http://10.0.0.1/',
      'http://public.example:25/',
    ])
      assert.equal((await refused('POST /platform/v1/webhook_endpoints', url)).code, 'blocked_address', url);
    assert.equal((await suite.workspace.call(`GET /webhook_endpoints/${id}`)).body.url, suite.receiver.url);
  });

  test('an unknown type or version is refused, with a pointer to the valid ones', async () => {
    await suite.fresh();
    const { body: types } = await suite.workspace.call('GET /event_types');
    suite.assertDeclared('listEventTypes', 200, types);
    assert.ok(types.data.some(({ name }: { name: string }) => name === 'notas:document_success'));
    assert.ok(types.data.some(({ name }: { name: string }) => name === 'platform:webhook_endpoint_disabled'));
    const versionsOf = (api: string) => types.data.find((type: { api: string }) => type.api === api).api_versions;
    assert.deepEqual([versionsOf('crm'), versionsOf('notas')], [['v2', 'v1'], []]);
    const post = (fields: object) =>
      suite.workspace.call('POST /webhook_endpoints', { url: suite.receiver.url, ...fields });
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
    await suite.fresh();
    const { id } = await suite.workspace.endpoint(suite.receiver.url);
    await suite.workspace.endpoint(suite.receiver.url, { event_types: ['*'] });
    const sent = await suite.workspace.call(`POST /webhook_endpoints/${id}/test_events`);
    assert.equal(sent.status, 202);
    suite.assertDeclared('sendTestEvent', 202, sent.body);
    await until(
      () => suite.workspace.delivery(sent.body.id),
      ({ status }) => status === 'delivered',
    );
    assert.deepEqual(
      suite.receiver.received.map(({ body }) => JSON.parse(body).type),
      ['webhook_test'],
    );
    assert.equal((await suite.workspace.deliveries('type=webhook_test')).length, 1);
  });

  test('a rotation signs with both secrets until it ends, by the real clock; neither is stored in plain text', async () => {
    await suite.fresh();
    const { id, secret: old } = await suite.workspace.endpoint(suite.receiver.url);
    const { status, body } = await suite.workspace.call(`POST /webhook_endpoints/${id}/secrets`, {
      overlap_seconds: 3600,
    });
    assert.equal(status, 201);
    suite.assertDeclared('rotateWebhookSecret', 201, body);
    const verdicts = async (...secrets: string[]) => {
      suite.receiver.received.length = 0;
      await suite.workspace.call(`POST /webhook_endpoints/${id}/test_events`);
      const [request] = await until(
        () => suite.receiver.received,
        ({ length }) => length > 0,
      );
      return secrets.map((secret) =>
        verifySignature(request?.headers ?? {}, Buffer.from(request?.body ?? ''), [secret], new Date()),
      );
    };
    assert.deepEqual(await verdicts(old, body.secret), ['valid', 'valid']);
    await suite.workspace.advance(7200);
    assert.deepEqual(await verdicts(old, body.secret), ['valid', 'valid'], 'moving the clock ends no overlap');
    const { body: last } = await suite.workspace.call(`POST /webhook_endpoints/${id}/secrets`, { overlap_seconds: 0 });
    assert.equal(last.previous_secret_expires_at, null);
    assert.deepEqual(await verdicts(old, body.secret, last.secret), ['invalid', 'invalid', 'valid']);
    const rows = await suite.portal.context.db.selectFrom('webhook_endpoint').selectAll().execute();
    const attempts = await suite.portal.context.db.selectFrom('attempt').selectAll().execute();
    for (const secret of [old, body.secret, last.secret])
      assert.ok(!JSON.stringify([rows, attempts]).includes(secret.slice(6)), 'no secret is in the database');
  });
});
