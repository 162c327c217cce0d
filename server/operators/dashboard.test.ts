import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { readQuery } from '../testing/promql.ts';
import { describeOnDatabases, type TestDatabase } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { serveMetrics } from './serve-metrics.ts';

interface Dashboard {
  panels: { title: string; targets: { expr: string; legendFormat: string }[] }[];
}

interface ScrapedSample {
  metric: string;
  labels: Map<string, string>;
}

/** Prometheus adds it to all that it scrapes. */
const ofScraper = ['instance'];
/** Only PostgreSQL has connections to count. */
const ofPool = /^db_client_connection_/;

describeOnDatabases('The example dashboard', (open) => {
  let database: TestDatabase;
  let portal: TestPortal;
  let samples: ScrapedSample[];
  let types: Map<string, string>;
  before(async () => {
    database = await open();
    portal = await startTestPortal({ open: async () => database });
    const origin = `http://127.0.0.1:${await serveMetrics(portal.app, portal.context, { host: '127.0.0.1', port: 0 })}`;
    const key = await portal.guest();
    for (const code of [404, 429, 503])
      await portal.call('GET /sandbox/crm/v2/usuarios', { key, headers: { prefer: `code=${code}` } });
    const lines = (await (await fetch(`${origin}/metrics`)).text()).split('\n');
    samples = lines.flatMap((line) => {
      const [, metric, labels = ''] = /^([a-z][a-z0-9_]*)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
      if (metric === undefined) return [];
      const pairs = [...labels.matchAll(/([a-z0-9_]+)="([^"]*)"/g)];
      return [{ metric, labels: new Map(pairs.map(([, name, value]) => [String(name), String(value)])) }];
    });
    types = new Map(
      lines.flatMap((line) => [...line.matchAll(/^# TYPE (\S+) (\S+)$/g)].map(([, a, b]) => [`${a}`, `${b}`])),
    );
  });
  after(() => portal.close());

  const dashboard = JSON.parse(readFileSync('src/static/operators/grafana.json', 'utf8')) as Dashboard;
  const isCounter = (metric: string) => {
    const [, name = '', suffix] = /^(.*?)(_total|_bucket|_count|_sum)?$/.exec(metric) ?? [];
    return suffix !== undefined && ['counter', 'histogram'].includes(types.get(name) ?? '');
  };

  for (const { title, targets } of dashboard.panels)
    for (const { expr, legendFormat } of targets)
      test(`asks for metrics and labels that a scrape has: ${title}, ${legendFormat}`, () => {
        const { selectors, groupings, isQuantile } = readQuery(expr);
        assert.ok(selectors.length > 0);
        const labels = new Set(ofScraper);
        for (const { metric, matchers, ofCounter } of selectors) {
          if (database.kind === 'sqlite' && ofPool.test(metric)) return;
          const series = samples.filter((sample) => sample.metric === metric);
          assert.ok(series.length > 0, metric);
          assert.equal(ofCounter, isCounter(metric), `a rate is one of a counter: ${metric}`);
          const chosen = series.filter((sample) =>
            matchers.every(
              ({ label, matches }) => sample.labels.has(label) && matches(sample.labels.get(label) as string),
            ),
          );
          assert.ok(chosen.length > 0, `nothing is chosen by ${expr}`);
          for (const name of chosen.flatMap((sample) => [...sample.labels.keys()])) labels.add(name);
          if (isQuantile) assert.ok(metric.endsWith('_bucket') && groupings.every((by) => by.includes('le')), expr);
        }
        for (const by of groupings) for (const label of by) assert.ok(labels.has(label), `${label} of ${expr}`);
        const shown = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label as string);
        const left = /^(sum|max)\b/.test(expr) || isQuantile ? new Set(groupings.flat()) : labels;
        for (const label of shown) assert.ok(left.has(label), `${label} is not left of ${expr}`);
      });
});
