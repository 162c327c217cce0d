import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const notas = '/sandbox/notas/v1';
const document = `openapi: 3.1.0
info: {title: Agenda, version: "1"}
paths:
  /visits:
    get:
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}}}}}}}
`;

/** An API whose profile has one limiter. */
function limited(part: string, call: string): Record<string, string> {
  const folder = join(process.cwd(), 'server/dialect');
  const name = call.slice(0, call.indexOf('('));
  return {
    'openapi.yaml': document,
    'sandbox.ts': `import { ${name} } from '${join(folder, 'limits', `${part}.ts`)}';\nexport const profile = { limits: ${call} };`,
  };
}

describe('limits', () => {
  let portal: TestPortal;
  let now = Date.parse('2026-11-20T12:00:00.400Z');
  before(async () => {
    const root = writeSpecs({
      plain: { 'openapi.yaml': document },
      bucket: limited(
        'leaky-bucket',
        "leakyBucket({ capacity: 3, perSecond: 0.2, header: 'x-rate-limit-retry-after-seconds' })",
      ),
      gradual: limited('gradual-throttling', 'gradualThrottling({ requests: 10, seconds: 1, soft: 2, longest: 0.1 })'),
    });
    portal = await startTestPortal({ env: { LIMITS: 'on', SPECS_PATH: `specs:${root}` }, now: () => new Date(now) });
  });
  after(() => portal.close());

  test('Notas, rate limit: 120 requests a minute per company, including refused ones', async () => {
    const [key, other] = [await portal.guest(), await portal.guest()];
    const requests = [
      `GET ${notas}/customers`,
      `GET ${notas}/customers/cus_none`,
      `GET ${notas}/nowhere`,
      `PUT ${notas}/company`,
      `POST ${notas}/customers`,
    ];
    const reset = String(Date.parse('2026-11-20T12:01:00Z') / 1000);
    for (let count = 1; count <= 120; count++) {
      const request = requests[count % requests.length] as string;
      const { status, headers } = await portal.call(request, { key });
      assert.notEqual(status, 429, `${request}, the ${count}th`);
      assert.deepEqual(
        [headers['rate-limit-limit'], headers['rate-limit-remaining'], headers['rate-limit-reset']],
        ['120', String(120 - count), reset],
        request,
      );
    }
    now += 10_000;
    const { status, headers, body } = await portal.call(`GET ${notas}/customers`, {
      key,
      headers: { accept: 'application/json' },
    });
    assert.equal(status, 429);
    assert.equal(headers['retry-after'], '50');
    assert.equal(headers['rate-limit-remaining'], '0');
    assert.equal(headers['rate-limit-reset'], reset);
    assert.equal(body.errors[0].code, 'too_many_requests');
    assert.match(body.errors[0].userMessage, /Espere 50 segundos/);

    const sibling = await portal.call(`GET ${notas}/customers`, { key: other });
    assert.deepEqual(
      [sibling.status, sibling.headers['rate-limit-remaining']],
      [200, '119'],
      'another company has its own',
    );
    now += 50_000;
    assert.equal(
      (await portal.call(`GET ${notas}/customers`, { key })).status,
      200,
      'it succeeds after the stated wait',
    );
  });

  test('Notas, rate limit: requests refused by the HTTP layer count too, and report the limit', async () => {
    const key = await portal.guest();
    for (const [request, expected, body] of [
      [`POST ${notas}/customers`, 413, 'a'.repeat(1024 * 1024 + 1)],
      [`GET ${notas}/customers/%E0%A4%A`, 400, undefined],
    ] as const) {
      const before = Number((await portal.call(`GET ${notas}/company`, { key })).headers['rate-limit-remaining']);
      const { status, headers } = await portal.call(request, { key, body });
      assert.equal(status, expected);
      assert.equal(headers['rate-limit-remaining'], String(before - 1));
    }
  });

  test('an unknown caller gets no limit headers', async () => {
    const { status, headers } = await portal.call(`GET ${notas}/customers`);
    assert.deepEqual([status, headers['rate-limit-limit']], [401, undefined]);
  });

  test('a leaky bucket says how long to wait; waiting exactly that long succeeds', async () => {
    const key = await portal.guest();
    const get = () => portal.call('GET /sandbox/bucket/visits', { key });
    for (let count = 1; count <= 3; count++) assert.equal((await get()).status, 200);
    const { status, headers, body } = await get();
    assert.equal(status, 429);
    assert.equal(headers['content-type'], 'application/problem+json; charset=UTF-8');
    assert.equal(body.code, 'too_many_requests');
    const seconds = Number(headers['x-rate-limit-retry-after-seconds']);
    assert.equal(headers['retry-after'], String(seconds));
    now += (seconds - 1) * 1000;
    assert.equal((await get()).status, 429);
    now += 1000;
    assert.equal((await get()).status, 200);
    assert.equal((await get()).status, 429);
  });

  test('gradual throttling delays responses before it refuses requests', async () => {
    const key = await portal.guest();
    const get = () => portal.call('GET /sandbox/gradual/visits', { key });
    const answers = await Promise.all(Array.from({ length: 12 }, get));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(10).fill(200), 429, 429]);
    assert.equal(answers[0]?.headers['ratelimit-policy'], '"default";q=10;w=1');
    assert.match(answers.at(-1)?.headers.ratelimit ?? '', /^"default";r=0;t=\d+$/);
    const order: number[] = [];
    now += 60_000;
    await Promise.all([0, 1, 2].map(async (index) => get().then(() => order.push(index))));
    assert.deepEqual(order.at(-1), 2, 'the third is over the soft limit');
  });

  test('an API without a profile has no limits', async () => {
    const key = await portal.guest();
    const { headers } = await portal.call('GET /sandbox/plain/visits', { key });
    assert.deepEqual(
      Object.keys(headers).filter((name) => /rate-?limit/.test(name)),
      [],
    );
  });

  test('LIMITS=off reports limits without enforcing them; any other value is an error', async () => {
    const open = await startTestPortal({ env: { LIMITS: 'off' } });
    const key = await open.guest();
    for (let count = 1; count <= 121; count++) {
      const { status, headers } = await open.call(`GET ${notas}/company`, { key });
      assert.deepEqual([status, headers['rate-limit-remaining']], [200, String(Math.max(120 - count, 0))]);
    }
    await open.close();
    await assert.rejects(startTestPortal({ env: { LIMITS: 'none' } }), /LIMITS must be "on" or "off"/);
  });
});
