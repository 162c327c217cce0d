import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isServedApart } from '../openapi/servers.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const platform = '/platform/v1';

describe('Platform, control: request limits per period and gradual throttling', () => {
  let portal: TestPortal;
  let now = Date.parse('2026-11-20T12:00:00Z');
  before(async () => {
    portal = await startTestPortal({ env: { LIMITS: 'on' }, now: () => new Date(now) });
  });
  after(() => portal.close());

  const limitHeaders = ({ headers }: { headers: Record<string, unknown> }) => [
    headers['ratelimit-policy'],
    headers.ratelimit,
  ];
  const fromAddress = (remoteAddress: string) =>
    portal.app.inject({ method: 'GET', url: `${platform}/nowhere`, remoteAddress });

  test('the document declares the limit, and entity tags, for every operation', () => {
    const api = portal.context.apis.get('platform') as ServedApi;
    // Requests to the OAuth endpoints are not counted.
    const operations = api.operations.filter((operation) => !isServedApart(api, operation));
    const lacking = operations.flatMap(({ id, method, responses }) => {
      // Requests without a known caller are not counted.
      const counted = Object.entries(responses).filter(([status]) => status !== '401' && status !== '403');
      const isFile = responses['200']?.headers?.['Content-Disposition'] !== undefined;
      const isRead = method === 'get' && responses['200']?.content?.['application/json'] && !isFile;
      return [
        ...(responses['429'] ? [] : [`${id} has no 429`]),
        ...(isRead && !responses['304'] ? [`${id} has no 304`] : []),
        ...counted
          .filter(([, { headers = {} }]) => !headers.RateLimit || !headers['RateLimit-Policy'])
          .map(([status]) => `${id} has no RateLimit and RateLimit-Policy at ${status}`),
      ];
    });
    assert.deepEqual(lacking, []);
  });

  test('responses and refusals carry the standard fields RateLimit and RateLimit-Policy', async () => {
    const key = await portal.guest();
    const requests = ['GET /workspace', 'GET /events?limit=0', 'GET /events/evt_none', 'PATCH /workspace/clock'];
    for (const [index, request] of requests.entries()) {
      const answer = await portal.call(request.replace(' ', ` ${platform}`), { key });
      assert.deepEqual(limitHeaders(answer), ['"default";q=300;w=60', `"default";r=${299 - index};t=1`], request);
    }
    const other = await portal.call(`GET ${platform}/workspace`, { key: await portal.guest() });
    assert.match(other.headers.ratelimit ?? '', /r=299/, 'another workspace has its own limit');
  });

  test('responses slow down, then requests are refused with problem details; after the stated wait they succeed', async () => {
    const key = await portal.guest();
    const get = () => portal.call(`GET ${platform}/workspace`, { key });
    for (let count = 1; count <= 200; count++) assert.equal((await get()).status, 200);
    const order: string[] = [];
    const other = await portal.guest();
    await Promise.all([
      get().then(() => order.push('past the soft limit')),
      portal.call(`GET ${platform}/workspace`, { key: other }).then(() => order.push('below it')),
    ]);
    assert.deepEqual(order, ['below it', 'past the soft limit']);

    const rest = await Promise.all(Array.from({ length: 100 }, get));
    const refused = rest.filter(({ status }) => status !== 200);
    assert.deepEqual(
      refused.map(({ status, body }) => [status, body.code]),
      [[429, 'too_many_requests']],
    );
    assert.equal(refused[0]?.headers['content-type'], 'application/problem+json; charset=UTF-8');
    assert.match(refused[0]?.headers.ratelimit ?? '', /r=0/);
    now += Number(refused[0]?.headers['retry-after']) * 1000;
    assert.equal((await get()).status, 200);
  });

  test('moving the clock gives no more requests: the limit uses real time', async () => {
    const key = await portal.guest();
    const move = () => portal.call(`PATCH ${platform}/workspace/clock`, { key, body: { advance_seconds: 86_400 } });
    const left = async () => Number(/r=(\d+)/.exec((await move()).headers.ratelimit ?? '')?.[1]);
    const first = await left();
    assert.deepEqual([await left(), await left()], [first - 1, first - 2]);
  });

  test('callers without a key are counted by address, for IPv6 by /64', async () => {
    const left = async (address: string) =>
      Number(/r=(\d+)/.exec(String((await fromAddress(address)).headers.ratelimit))?.[1]);
    const first = await left('198.51.100.20');
    assert.equal(await left('198.51.100.20'), first - 1);
    assert.equal(await left('198.51.100.21'), first);
    assert.equal(await left('2001:db8::1'), first);
    assert.equal(await left('2001:db8::2'), first - 1);
  });
});

describeOnDatabases('Platform, cacheable', (open) => {
  let portal: TestPortal;
  let key: string;
  const now = new Date('2026-11-20T12:00:00Z');
  before(async () => {
    portal = await startTestPortal({ open, now: () => now });
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = (path: string, headers = {}) => portal.call(`GET ${platform}${path}`, { key, headers });

  test('a GET has ETag, Cache-Control and Vary; sending the tag gets 304 without a body', async () => {
    for (const path of ['/workspace', '/workspace/clock', '/events', '/events?limit=5']) {
      const { status, headers } = await get(path);
      assert.equal(status, 200, path);
      assert.match(headers.etag ?? '', /^"[\w-]{27}"$/, path);
      assert.equal(headers['cache-control'], 'private, no-cache', path);
      assert.deepEqual(headers.vary?.split(', ').sort(), ['Accept', 'Authorization'], path);
      const again = await get(path, { 'if-none-match': headers.etag });
      assert.deepEqual([again.status, again.body, again.headers.etag], [304, '', headers.etag], path);
      assert.ok(again.headers.ratelimit && again.headers['x-request-id'], path);
    }
  });

  test('changed data is sent in full, under another tag', async () => {
    const before = (await get('/workspace/clock')).headers.etag;
    await portal.call(`PATCH ${platform}/workspace/clock`, { key, body: { advance_seconds: 60 } });
    const { status, headers, body } = await get('/workspace/clock', { 'if-none-match': before });
    assert.deepEqual([status, body.ahead_seconds], [200, 60]);
    assert.notEqual(headers.etag, before);
  });

  test('refusals and writing requests are not cacheable', async () => {
    const refused = await get('/events/evt_none');
    assert.deepEqual([refused.headers['cache-control'], refused.headers.etag], ['no-store', undefined]);
    const moved = await portal.call(`PATCH ${platform}/workspace/clock`, { key, body: { advance_seconds: 1 } });
    assert.equal(moved.headers.etag, undefined);
  });
});
