import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { freePort } from '../net/free-port.ts';
import { endMain, killMains, startReadyMain } from '../testing/main-process.ts';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { temporaryFolder } from '../testing/test-specs.ts';
import { serveMetrics } from './serve-metrics.ts';

describeOnDatabases('The figures for operators', (open) => {
  let database: TestDatabase;
  let portal: TestPortal;
  let origin: string;
  before(async () => {
    database = await open();
    portal = await startTestPortal({ open: async () => database });
    origin = `http://127.0.0.1:${await serveMetrics(portal.app, portal.context, { host: '127.0.0.1', port: 0 })}`;
  });
  after(() => portal.close());

  const scrape = async () => (await fetch(`${origin}/metrics`)).text();
  /** The value of a sample, by its name with all its labels. */
  const sampleOf = (text: string, sample: string) => {
    const line = text.split('\n').find((one) => one.startsWith(`${sample} `));
    return line === undefined ? undefined : Number(line.slice(sample.length + 1));
  };
  const counted = (route: string, status: number, method = 'GET') =>
    `http_server_request_duration_seconds_count{http_request_method="${method}",http_response_status_code="${status}",http_route="${route}",url_scheme="http"}`;

  test('count requests by route, method and status in buckets of seconds, and never name an id', async () => {
    const key = await portal.guest();
    const made = await portal.call('POST /sandbox/notas/v1/customers', {
      key,
      body: { type: 'individual', name: 'Ana', federal_tax_number: '52998224725', email: 'ana@c.example' },
    });
    for (const id of [made.body.id, made.body.id, 'cus_nowhere'])
      await portal.call(`GET /sandbox/notas/v1/customers/${id}`, { key });
    const text = await scrape();
    const route = '/sandbox/notas/v1/customers/{customer_id}';
    assert.equal(sampleOf(text, counted(route, 200)), 2);
    assert.equal(sampleOf(text, counted(route, 404)), 1);
    assert.equal(sampleOf(text, counted('/sandbox/notas/v1/customers', 201, 'POST')), 1);
    assert.match(text, /^http_server_request_duration_seconds_bucket\{[^\n]*le="0\.005"\} \d+$/m);
    assert.match(text, /^http_server_request_duration_seconds_bucket\{[^\n]*le="10\.0"\} \d+$/m);
    assert.doesNotMatch(text, /(cus|wsp|key|req)_[a-z0-9]{6}|cus_nowhere|127\.0\.0\.1/);
  });

  test('count unknown addresses and methods as one, whatever a stranger sends', async () => {
    const seriesOf = (text: string) => text.match(/^http_server_request_duration_seconds_count/gm)?.length ?? 0;
    const send = async (name: string) => {
      await portal.call(`GET /sandbox/${name}/v1/x`);
      await portal.call(`GET /sandbox/notas/v1/${name}`);
      await portal.call(`GET /${name}`);
      await portal.app.inject({ method: 'PROPFIND' as 'GET', url: `/sandbox/notas/v1/${name}` });
    };
    await send('first');
    const before = seriesOf(await scrape());
    for (let count = 0; count < 30; count++) await send(`other-${count}`);
    const text = await scrape();
    assert.equal(seriesOf(text), before);
    assert.doesNotMatch(text, /other-|PROPFIND/);
    assert.match(text, /http_request_method="_OTHER"/);
  });

  test('tell of the process, webhooks, the request log, and connections to the database', async () => {
    const text = await scrape();
    for (const name of [
      'process_cpu_time_seconds_total{cpu_mode="user"}',
      'process_memory_usage_bytes',
      'nodejs_eventloop_utilization_ratio',
      'cais_server_connections',
      'cais_webhook_attempts_total{outcome="delivered"}',
      'cais_webhook_attempts_total{outcome="failed"}',
      'cais_webhook_deliveries_waiting',
      'cais_request_log_dropped_total',
    ])
      assert.ok((sampleOf(text, name) ?? -1) >= 0, name);
    const pool = sampleOf(text, 'db_client_connection_max{db_client_connection_pool_name="cais"}');
    assert.equal(pool, database.kind === 'postgres' ? 10 : undefined);
  });

  test('are OpenMetrics text: each metric is declared once, before its samples, and the end is marked', async () => {
    const response = await fetch(`${origin}/metrics`);
    assert.match(response.headers.get('content-type') ?? '', /^application\/openmetrics-text; version=1\.0\.0/);
    const lines = (await response.text()).split('\n');
    assert.deepEqual(lines.slice(-2), ['# EOF', '']);
    const declared = lines.flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? []);
    assert.equal(new Set(declared).size, declared.length);
    let current = '';
    for (const line of lines.slice(0, -2)) {
      current = /^# TYPE (\S+)/.exec(line)?.[1] ?? current;
      assert.ok(line.startsWith('# ') ? line.includes(` ${current} `) : line.startsWith(current), line);
      if (!line.startsWith('#'))
        assert.match(line, /^[a-z][a-z0-9_]*(\{([a-z0-9_]+="[^"]*"(,|(?=\})))+\})? -?[\d.e+-]+$/, line);
    }
  });

  test('have nothing but /metrics, and only to read', async () => {
    for (const path of ['/', '/metrics/', '/platform/v1/workspace', '/livez', '/../metrics/x'])
      assert.equal((await fetch(origin + path)).status, 404, path);
    assert.equal((await fetch(`${origin}/metrics`, { method: 'POST' })).status, 405);
    assert.equal((await fetch(`${origin}/metrics`)).headers.get('access-control-allow-origin'), null);
  });
});

describe('A server with METRICS_ADDRESS', () => {
  after(killMains);

  test('serves the figures there, and never at the public address', async () => {
    const port = await freePort();
    const portal = await startReadyMain({ DATA_DIR: temporaryFolder(), METRICS_ADDRESS: `127.0.0.1:${port}` });
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    assert.match(text, /http_route="\/livez"/);
    assert.equal((await fetch(`${portal.origin}/metrics`)).status, 404);
    assert.deepEqual(await endMain(portal, 'SIGTERM'), [0, null]);
    await assert.rejects(fetch(`http://127.0.0.1:${port}/metrics`));
  });

  test('does not start where that address is taken, and says so; without it nothing is served', async () => {
    const portal = await startReadyMain({ DATA_DIR: temporaryFolder() });
    assert.equal((await fetch(`${portal.origin}/metrics`)).status, 404);
    const taken = new URL(portal.origin).host;
    await assert.rejects(
      startReadyMain({ DATA_DIR: temporaryFolder(), METRICS_ADDRESS: taken }),
      /METRICS_ADDRESS=127\.0\.0\.1:\d+ cannot be listened on \(EADDRINUSE\)/,
    );
    await endMain(portal, 'SIGTERM');
  });
});
