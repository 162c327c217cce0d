// `npm run bench`: the sandbox compared with hand-written endpoints and with similar tools, in the same run. It prints and
// asserts nothing. `BEFORE=<folder>` is a checkout of an earlier commit, installed and built, to compare with.
import { resolve } from 'node:path';
import autocannon, { type Result } from 'autocannon';
import { ensureSite } from '../scripts/ensure-site.mjs';
import { startJsonServer, startPrism, startScalar } from './peers.ts';
import { startCais, startHandWritten, type Target } from './targets.ts';

const CONNECTIONS = 20;
const SECONDS = 3;
const ROUNDS = 3;

/** A customer as in the guides; each has a unique `external_id`. */
const CUSTOMER = {
  type: 'company',
  name: 'Padaria Pão Quente Ltda.',
  federal_tax_number: '11222333000181',
  email: 'contato@paoquente.example',
  external_id: 'bench-[<id>]',
};

interface Load {
  name: string;
  /** Minimum ratio to each competitor's throughput. */
  budgets: Record<string, number>;
  run: (target: Target, seconds: number) => Promise<number>;
}

const loads: Load[] = [
  { name: 'GET by id', budgets: { 'by hand': 0.7, before: 1, Prism: 10, Scalar: 10, 'json-server': 3 }, run: readOne },
  { name: 'POST', budgets: { 'by hand': 0.75, before: 1, Prism: 5, Scalar: 5, 'json-server': 10 }, run: create },
];

await ensureSite();
const cais = await startCais();
const others: Target[] = [];
try {
  if (process.env.BEFORE) others.push(await startCais('before', { checkout: resolve(process.env.BEFORE) }));
  for (const start of [startHandWritten, startPrism, startScalar, startJsonServer]) others.push(await start());
  console.log(`Ready after start with everything built: ${(cais.readyAfter / 1000).toFixed(2)} s (budget 2 s)\n`);
  console.log(
    `${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s for each, in turn; requests a second, median\n`,
  );
  for (const load of loads) {
    const rates = await measure(load, [cais, ...others]);
    const [own = Number.NaN] = rates;
    console.log(`${load.name.padEnd(10)}${'Cais'.padEnd(14)}${figure(own)}`);
    for (const [index, { name }] of others.entries()) {
      const rate = rates[index + 1] ?? Number.NaN;
      console.log(
        `${''.padEnd(10)}${name.padEnd(14)}${figure(rate)}   Cais ${verdict(own / rate, load.budgets[name])}`,
      );
    }
  }
} finally {
  await Promise.all([cais, ...others].map((target) => target.end()));
}

function verdict(ratio: number, budget: number | undefined): string {
  const times = `${ratio.toFixed(2)} ×`;
  return budget === undefined ? times : `${times}, budget ${budget.toFixed(2)} ${ratio >= budget ? 'met' : 'MISSED'}`;
}

/** Alternates between targets, so that other load affects all of them. */
async function measure({ run }: Load, targets: Target[]): Promise<number[]> {
  const rounds = targets.map((): number[] => []);
  for (const target of targets) await run(target, 2);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, target] of targets.entries()) rounds[index]?.push(await run(target, SECONDS));
  return rounds.map(median);
}

async function readOne(target: Target, seconds: number): Promise<number> {
  const body = JSON.stringify(CUSTOMER).replace('[<id>]', crypto.randomUUID());
  const headers = { ...target.headers, 'content-type': 'application/json' };
  const response = await fetch(target.url, { method: 'POST', headers, body });
  const record = (await response.json()) as { id: string };
  return rate(await autocannon({ ...common(target, seconds), url: `${target.url}/${record.id}` }), target);
}

async function create(target: Target, seconds: number): Promise<number> {
  const headers = { ...target.headers, 'content-type': 'application/json' };
  const body = JSON.stringify(CUSTOMER);
  return rate(
    await autocannon({
      ...common(target, seconds),
      url: target.url,
      method: 'POST',
      headers,
      body,
      idReplacement: true,
    }),
    target,
  );
}

function common(target: Target, seconds: number) {
  return { headers: target.headers, connections: CONNECTIONS, duration: seconds };
}

/** Failed requests would invalidate the figures. */
function rate(result: Result, target: Target): number {
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${target.name} refused ${result.non2xx} requests and failed ${result.errors}`);
  }
  return result.requests.average;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function figure(value: number): string {
  return Math.round(value).toLocaleString('en').padStart(7);
}
