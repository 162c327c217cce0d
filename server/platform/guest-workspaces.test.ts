import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const guests = '/platform/v1/guest_workspaces';

describeOnDatabases('guests', (open) => {
  let portal: TestPortal;
  let clock = Date.parse('2026-11-20T12:00:00Z');

  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(clock), env: { GUESTS_PER_HOUR: '3' } });
  });
  after(() => portal.close());

  const from = async (remoteAddress: string, headers = {}) => {
    const {
      statusCode,
      headers: answered,
      body,
    } = await portal.app.inject({ method: 'POST', url: guests, remoteAddress, headers });
    return { status: statusCode, headers: answered, body: JSON.parse(body) };
  };

  test('get a workspace and its key for an empty request, as documented', async () => {
    const { status, headers, body } = await from('198.51.100.1');
    assert.equal(status, 201);
    assert.match(body.workspace.id, /^wsp_/);
    assert.equal(body.workspace.kind, 'guest');
    assert.equal(body.workspace.expires_at, '2026-11-21T12:00:00.000Z');
    assert.match(body.api_key.secret, /^sk_test_[0-9A-Za-z]{56}$/);
    assert.deepEqual(body.api_key.scopes, ['*:read', '*:write']);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers.etag, undefined, 'a response with a secret has no entity tag');
    assert.equal(headers.location, '/platform/v1/workspace');
    const api = portal.context.apis.get('platform');
    const schema = api?.operations[0]?.responses['201']?.content?.['application/json']?.schema;
    assert.ok(api && schema);
    assert.deepEqual(api.validator.response(schema, body), []);
  });

  test('get a key named in their language', async () => {
    for (const [language, name] of [
      ['en-GB', 'Guest'],
      ['pt-BR', 'Visitante'],
    ] as const) {
      const headers = { 'accept-language': language };
      const { body } = await portal.call(`POST ${guests}`, { headers });
      const { data } = (await portal.call('GET /platform/v1/api_keys', { key: body.api_key.secret })).body;
      assert.deepEqual(
        data.map((key: { name: string }) => key.name),
        [name],
      );
    }
  });

  test('may send an empty object, or any body, which is ignored', async () => {
    const sent = [
      { payload: '{}', headers: { 'content-type': 'application/json' } },
      { payload: 'hello', headers: { 'content-type': 'text/plain' } },
    ];
    for (const [index, extra] of sent.entries()) {
      const { statusCode } = await portal.app.inject({
        method: 'POST',
        url: guests,
        remoteAddress: `198.51.100.1${index}`,
        ...extra,
      });
      assert.equal(statusCode, 201);
    }
  });

  test('are limited per address and hour, and learn how long to wait', async () => {
    for (let count = 1; count <= 3; count++) assert.equal((await from('198.51.100.2')).status, 201);
    clock += 10 * 60_000;
    const { status, headers, body } = await from('198.51.100.2');
    assert.equal(status, 429);
    assert.equal(headers['retry-after'], '3000');
    assert.equal(headers['content-type'], 'application/problem+json; charset=UTF-8');
    assert.equal(body.code, 'too_many_requests');
    assert.match(body.detail, /50 minutos/);
    assert.equal((await from('198.51.100.3')).status, 201, 'another address is not affected');

    clock += 50 * 60_000 - 1;
    assert.equal((await from('198.51.100.2')).status, 429);
    clock += 1;
    assert.equal((await from('198.51.100.2')).status, 201, 'it succeeds after the stated wait');
  });

  test('are counted by network for IPv6: one caller has all addresses of a /64', async () => {
    for (const host of ['1', '2', 'ffff:2:3']) assert.equal((await from(`2001:db8:0:7::${host}`)).status, 201);
    assert.equal((await from('2001:db8:0:7:8000::9')).status, 429);
    assert.equal((await from('2001:db8:0:8::9')).status, 201, 'another network is not affected');
    for (let count = 1; count <= 3; count++) assert.equal((await from('::ffff:198.51.100.6')).status, 201);
    assert.equal(
      (await from('198.51.100.6')).status,
      429,
      'it is the same address, whatever family the server listens on',
    );
    assert.equal((await from('::ffff:198.51.100.7')).status, 201, 'IPv4-mapped callers do not share a network');
  });

  test('cannot fake their address, unless a proxy in front is trusted', async () => {
    for (let count = 1; count <= 3; count++) await from('198.51.100.4', { 'x-forwarded-for': `203.0.113.${count}` });
    assert.equal((await from('198.51.100.4', { 'x-forwarded-for': '203.0.113.9' })).status, 429);

    const proxied = await startTestPortal({ open, env: { GUESTS_PER_HOUR: '1', TRUST_PROXY: 'true' } });
    const through = async (address: string) => {
      const { statusCode } = await proxied.app.inject({
        method: 'POST',
        url: guests,
        remoteAddress: '10.0.0.1',
        headers: { 'x-forwarded-for': address },
      });
      return statusCode;
    };
    assert.deepEqual(
      [await through('203.0.113.1'), await through('203.0.113.2'), await through('203.0.113.1')],
      [201, 201, 429],
    );
    await proxied.close();
  });

  test('are answered in English where English is preferred', async () => {
    for (let count = 1; count <= 3; count++) await from('198.51.100.5');
    const { body } = await from('198.51.100.5', { 'accept-language': 'en-US,en;q=0.9,pt;q=0.1' });
    assert.match(body.title, /Too many requests/);
    assert.match(body.type, /\/en\/guides\/errors#too_many_requests$/);
  });
});
