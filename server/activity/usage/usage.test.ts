import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';
import { bucketOf, quantile } from './duration-buckets.ts';

describeOnDatabases('Usage', (open) => {
  const hour = 60 * 60_000;
  let portal: TestPortal;
  let key: string;
  let now = Date.parse('2026-11-21T16:20:30Z');
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(now) });
    key = (await portal.call('POST /platform/v1/guest_workspaces')).body.api_key.secret;
  });
  after(() => portal.close());

  const metrics = async (query = '') => (await portal.call(`GET /platform/v1/metrics?${query}`, { key })).body;
  const call = (path: string, headers = {}) => portal.call(`GET /sandbox${path}`, { key, headers });

  test('counts calls, errors of each kind, bytes and times, beside the period before', async () => {
    for (let count = 0; count < 3; count++) await call('/crm/v2/usuarios');
    now += hour;
    for (let count = 0; count < 4; count++) await call('/crm/v2/usuarios');
    await call('/crm/v1/usuarios');
    await call('/crm/v2/nothing');
    await call('/crm/v2/usuarios', { prefer: 'code=429' });
    await call('/crm/v2/usuarios', { prefer: 'code=503' });
    const { totals, previous, series, groups, from, until } = await metrics('period=1h&api=crm');
    assert.deepEqual(
      [totals.calls, totals.client_errors, totals.rate_limited, totals.server_errors, totals.error_rate],
      [8, 1, 1, 1, 0.375],
    );
    assert.ok(totals.p50_ms > 0 && totals.p50_ms <= totals.p95_ms && totals.p95_ms <= totals.p99_ms);
    assert.ok(totals.response_bytes > 3000);
    assert.deepEqual([previous.calls, previous.error_rate], [3, 0]);
    assert.deepEqual([from, until], ['2026-11-21T16:21:00.000Z', '2026-11-21T17:21:00.000Z']);
    assert.equal(series.length, 60);
    assert.deepEqual([series.at(-1).calls, series[0].calls, series[0].p50_ms], [8, 0, null]);
    assert.deepEqual(
      groups.map(({ api, name }: Record<string, unknown>) => [api, name]),
      [['crm', 'crm']],
    );
  });

  test('groups by operation, version, status, error code and credential', async () => {
    const named = async (by: string) =>
      (await metrics(`period=24h&api=crm&by=${by}`)).groups.map(
        ({ name, figures }: { name: string; figures: { calls: number } }) => [name, figures.calls],
      );
    assert.deepEqual(await named('operation'), [
      ['listarUsuarios', 9],
      ['listarUsuariosV1', 1],
      [null, 1],
    ]);
    assert.deepEqual(await named('version'), [
      ['v2', 9],
      ['v1', 1],
      [null, 1],
    ]);
    assert.deepEqual(await named('status'), [
      ['200', 8],
      ['404', 1],
      ['429', 1],
      ['503', 1],
    ]);
    assert.equal((await named('credential')).length, 1);
    assert.ok((await named('error_code')).some(([name]: [string]) => name === 'no_such_path'));
  });

  test('tells calls to the sandboxes from those to the platform, and does not count or log its own readers', async () => {
    const count = async (target: string) => (await metrics(`period=24h&target=${target}`)).totals.calls;
    const [sandbox, platform] = [await count('sandbox'), await count('platform')];
    assert.deepEqual([sandbox, platform], [11, 0]);
    await portal.call('GET /platform/v1/requests', { key });
    await portal.call('GET /platform/v1/api_keys', { key });
    await portal.call('GET /platform/v1/metrics?period=1y', { key });
    assert.equal(await count('platform'), 2, 'one of another kind, and one that was refused');
    const logged = await portal.call('GET /platform/v1/requests?target=platform', { key });
    assert.deepEqual(
      logged.body.data.map(({ operation, status }: Record<string, unknown>) => [operation, status]),
      [
        ['getMetrics', 422],
        ['listApiKeys', 200],
      ],
    );
  });

  test('a workspace without calls has figures without rates, and nobody sees the calls of others', async () => {
    const stranger = await portal.guest();
    const { body } = await portal.call('GET /platform/v1/metrics?period=30d&api=crm', { key: stranger });
    assert.deepEqual([body.totals.calls, body.totals.error_rate, body.totals.p95_ms], [0, null, null]);
    assert.deepEqual([body.series.length, body.groups.length], [30, 0]);
  });
});

test('quantiles from buckets are within five percent', () => {
  const times = Array.from({ length: 1000 }, (_, index) => 0.2 * 1.008 ** index);
  const counts = times.map((time) => ({ bucket: bucketOf(time), calls: 1 }));
  for (const share of [0.5, 0.95, 0.99]) {
    const exact = times[Math.ceil(share * times.length) - 1] as number;
    assert.ok(Math.abs((quantile(counts, share) as number) / exact - 1) < 0.06, String(share));
  }
  assert.equal(quantile([], 0.5), undefined);
});
