// `npm run bench:pages`: pages of the built portal by Lighthouse (simulated telephone, medians), and one operation of a small and of a
// very large document in this portal, Scalar, Redoc, Elements and Swagger UI. It prints and asserts nothing; run it on an idle machine.
// `-- lighthouse`, `-- interaction` and `-- peers` print one table alone; `--runs 3` measures each page so often.
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPortal } from '../../scripts/portal-process.ts';
import { root, runChild } from '../../scripts/run-child.mjs';
import { readSettings } from '../../scripts/site/settings.ts';
import { fetchPackage } from '../fetch-package.ts';
import { measureInteraction } from './measure-interaction.ts';
import { measureReading, openMeasuringBrowser } from './measure-reading.ts';
import { measureWithLighthouse } from './measure-with-lighthouse.ts';
import { type Place, servePeers } from './serve-peers.ts';
import { installTools } from './tools.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' } },
});
const wants = (table: string) => positionals.length === 0 || positionals.includes(table);
const { caisDir } = readSettings(root);
const github = join(caisDir, 'github');
const temporary = () => mkdtempSync(join(tmpdir(), 'cais-pages-'));

const pages = [
  '',
  'guides/quickstart',
  'reference/notas/create-service-invoice',
  'webhooks',
  'keys',
  'requests',
  'reference',
  'search',
];

const issueInvoice = {
  operationId: 'createServiceInvoice',
  method: 'post',
  path: '/companies/{company_id}/service_invoices',
  tag: 'service_invoices',
  text: 'para um cliente já cadastrado',
};
const createIssue = {
  operationId: 'issues/create',
  method: 'post',
  path: '/repos/{owner}/{repo}/issues',
  tag: 'issues',
  text: 'Any user with pull access to a repository can create an issue',
};

if (wants('lighthouse') || wants('peers')) installTools();
if (wants('lighthouse')) await printLighthouse();
if (wants('interaction')) await printInteraction();
if (wants('peers')) await printPeers();

async function printLighthouse(): Promise<void> {
  await runChild('node', ['scripts/ensure-site.mjs']);
  const portal = await startPortal({ DATA_DIR: temporary() });
  try {
    const urls = pages.map((page) => `${portal.origin}/en/${page}`);
    const figures = await measureWithLighthouse(urls, Number(values.runs));
    console.log(`Lighthouse, mobile, median of ${values.runs}\n`);
    console.log(row('page', 'performance', 'others', 'LCP', 'blocked', 'shift', 'unused', 'transferred'));
    for (const [url, one] of figures) {
      const page = new URL(url).pathname;
      const times = [`${(one.contentful / 1000).toFixed(1)} s`, `${one.blocked.toFixed(0)} ms`, one.shift.toFixed(3)];
      console.log(row(page, one.performance, one.others, ...times, kilobytes(one.unused), kilobytes(one.transferred)));
    }
  } finally {
    await portal.end();
  }
}

async function printInteraction(): Promise<void> {
  await runChild('node', ['scripts/ensure-site.mjs']);
  const folder = temporary();
  const portal = await startPortal({ DATA_DIR: folder });
  const browser = await openMeasuringBrowser();
  const { slowest, interactions } = await measureInteraction(browser, {
    origin: portal.origin,
    folder,
    calls: 100_000,
  });
  console.log(`\nThe log of 100,000 calls, filtered on a processor a quarter as fast: ${interactions} interactions\n`);
  for (const [name, duration] of slowest) console.log(row(name, `${duration.toFixed(0)} ms`));
  await browser.close();
  await portal.end();
}

async function printPeers(): Promise<void> {
  await runChild('node', ['scripts/ensure-site.mjs']);
  await comparePeers(
    'Notas, 28 operations',
    join(root, 'specs/notas/openapi.yaml'),
    {},
    issueInvoice,
    'reference/notas/create-service-invoice',
  );
  const document = fetchPackage('@octokit/openapi', '23.0.2', 'generated/api.github.com.json');
  mkdirSync(join(github, 'specs', 'github'), { recursive: true });
  copyFileSync(document, join(github, 'specs', 'github', 'openapi.yaml'));
  const env = { CAIS_DIR: github, SPECS_PATH: ['specs', join(github, 'specs')].join(delimiter) };
  await runChild('node', ['scripts/ensure-site.mjs'], { env });
  await comparePeers('GitHub, 1,220 operations', document, env, createIssue, 'reference/github/issues-create');
}

async function comparePeers(
  title: string,
  document: string,
  env: NodeJS.ProcessEnv,
  place: Place & { text: string },
  own: string,
) {
  const portal = await startPortal({ ...env, DATA_DIR: temporary() });
  const peers = await servePeers(document);
  const browser = await openMeasuringBrowser();
  console.log(`\n${title}: ${place.operationId}, slow 4G, a processor a quarter as fast\n`);
  console.log(row('portal', 'readable', 'transferred', 'memory', 'nodes'));
  for (const [name, url] of [['Cais', `${portal.origin}/${own}`] as const, ...peers.pages(place)]) {
    const { readable, transferred, memory, nodes } = await measureReading(browser, url, place.text);
    const shown = readable === undefined ? 'not in 60 s' : `${(readable / 1000).toFixed(1)} s`;
    console.log(row(name, shown, kilobytes(transferred), `${memory.toFixed(0)} MB`, nodes));
  }
  await browser.close();
  await peers.close();
  await portal.end();
}

function row(first: string, ...cells: (string | number)[]): string {
  return first.padEnd(34) + cells.map((cell) => String(cell).padStart(13)).join('');
}

function kilobytes(figure: number): string {
  return `${figure.toFixed(0)} kB`;
}
