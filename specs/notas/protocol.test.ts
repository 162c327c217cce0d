import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callNotas, customer, notas } from '../../server/testing/notas.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';

const start = Date.parse('2026-11-20T12:00:00Z');

describeOnDatabases('the conventions of Notas for requests (dialects.md 1)', (open) => {
  let portal: TestPortal;
  let key: string;
  let now = start;
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(now), env: { LIMITS: 'on' } });
  });
  after(() => portal.close());

  /** Each test starts in a new workspace, so that none uses up another's limit. */
  const fresh = async () => {
    key = await portal.guest();
  };
  const call = (request: string, body?: unknown, headers?: Record<string, string>) =>
    callNotas(portal, request, { key, body, headers });

  test('row "Authentication": the key as user name of HTTP Basic, with any password; else 401 and the challenge', async () => {
    await fresh();
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const status = async (headers: Record<string, string>) =>
      (await portal.call(`GET ${notas}/company`, { headers })).status;
    assert.deepEqual(
      [await status(basic(`${key}:x`)), await status(basic(`${key}:`)), await status(basic(key))],
      [200, 200, 200],
    );
    for (const headers of [{}, basic('x:y'), { authorization: `Bearer ${key}` }]) {
      const refused = await portal.call(`GET ${notas}/company`, { headers });
      assert.equal(refused.status, 401);
      assert.match(refused.headers['www-authenticate'] ?? '', /^Basic /);
    }
  });

  test('row "Idempotency": the first response is replayed and marked; another body is 422; expiry after 24 hours', async () => {
    await fresh();
    const send = (body: unknown) => call('POST /customers', body, { 'idempotency-key': 'k-1' });
    const first = await send(customer);
    const again = await send(customer);
    assert.deepEqual([again.status, again.body.id], [201, first.body.id]);
    assert.deepEqual([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']], [undefined, 'true']);
    assert.equal((await send({ ...customer, name: 'Outra' })).status, 422);
    await portal.call('PATCH /platform/v1/workspace/clock', { key, body: { advance_seconds: 24 * 60 * 60 } });
    assert.notEqual((await send(customer)).body.id, first.body.id);
  });

  test('row "Errors": one entry per invalid field, with texts for users and developers and a page of this portal', async () => {
    await fresh();
    const { status, body } = await call('POST /customers', { type: 'individual', email: 'x', federal_tax_number: '1' });
    assert.equal(status, 422);
    assert.equal(body.errors.length, 3);
    for (const error of body.errors) {
      assert.deepEqual(Object.keys(error).sort(), ['code', 'internalMessage', 'moreInfo', 'userMessage']);
      assert.match(error.moreInfo, new RegExp(`/guides/errors#${error.code}$`));
    }
    const broken = await call('POST /customers', '{"name":', { 'content-type': 'application/json' });
    assert.deepEqual([broken.status, broken.body.errors[0].code], [400, 'invalid_json']);
  });

  test('row "Rate limit": 120 a minute per company, including refused requests; 429 says how long to wait', async () => {
    await fresh();
    now = start + 60_000;
    const first = await call('GET /nothing/like/it');
    assert.deepEqual(
      [first.status, first.headers['rate-limit-limit'], first.headers['rate-limit-remaining']],
      [404, '120', '119'],
    );
    assert.equal(Number(first.headers['rate-limit-reset']) % 60, 0);
    for (let count = 1; count < 120; count++) await call('GET /company');
    const refused = await call('GET /company');
    assert.deepEqual([refused.status, refused.headers['rate-limit-remaining']], [429, '0']);
    now += Number(refused.headers['retry-after']) * 1000;
    assert.equal((await call('GET /company')).status, 200);
  });

  test('row "Cache": an entity tag and 304 on GET; reference data is cached for long', async () => {
    await fresh();
    const { headers } = await call('GET /company');
    const again = await call('GET /company', undefined, { 'if-none-match': headers.etag ?? '' });
    assert.deepEqual([again.status, again.body], [304, '']);
    assert.match(headers['cache-control'] ?? '', /no-cache/);
    for (const path of ['/cities', '/service_codes'])
      assert.match((await call(`GET ${path}`)).headers['cache-control'] ?? '', /max-age=604800/);
  });
});
