// `npm run bench`: what the sandbox costs over a bare Fastify, in the same run. It prints and asserts nothing.
import autocannon, { type Result } from 'autocannon';
import { ensureSite } from '../scripts/ensure-site.mjs';
import { startBareFastify, startCais, type Target } from './targets.ts';

const CONNECTIONS = 20;
const SECONDS = 4;
const ROUNDS = 5;

/** A customer as the guides create it; each has an `external_id` of its own. */
const CUSTOMER = {
  type: 'company',
  name: 'Padaria Pão Quente Ltda.',
  federal_tax_number: '11222333000181',
  email: 'contato@paoquente.example',
  external_id: 'bench-[<id>]',
};

interface Load {
  name: string;
  /** Least share of the bare server's throughput. */
  budget: number;
  run: (target: Target, seconds: number) => Promise<number>;
}

const loads: Load[] = [
  { name: 'GET by id', budget: 0.5, run: readOne },
  { name: 'POST', budget: 0.35, run: create },
];

await ensureSite();
const cais = await startCais();
const bare = await startBareFastify();
console.log(`Ready after start with everything built: ${(cais.readyAfter / 1000).toFixed(2)} s (budget 2 s)\n`);
console.log(
  `${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s for each, in turn; requests a second, median\n`,
);
try {
  for (const load of loads) {
    const rates = await measure(load);
    const ratio = rates.cais / rates.bare;
    const verdict = ratio >= load.budget ? 'kept' : 'MISSED';
    console.log(
      `${load.name.padEnd(10)} Cais ${figure(rates.cais)}   bare Fastify ${figure(rates.bare)}   ` +
        `ratio ${ratio.toFixed(2)}   budget ${load.budget.toFixed(2)} ${verdict}`,
    );
  }
} finally {
  await Promise.all([cais.end(), bare.end()]);
}

/** Alternates the two, so that what else the machine does hits both. */
async function measure(load: Load): Promise<{ cais: number; bare: number }> {
  const rounds = { cais: [] as number[], bare: [] as number[] };
  for (const target of [cais, bare]) await load.run(target, 2);
  for (let round = 0; round < ROUNDS; round++) {
    rounds.cais.push(await load.run(cais, SECONDS));
    rounds.bare.push(await load.run(bare, SECONDS));
  }
  return { cais: median(rounds.cais), bare: median(rounds.bare) };
}

async function readOne(target: Target, seconds: number): Promise<number> {
  const body = JSON.stringify(CUSTOMER).replace('[<id>]', crypto.randomUUID());
  const headers = { ...target.headers, 'content-type': 'application/json' };
  const answer = await fetch(target.url, { method: 'POST', headers, body });
  const record = (await answer.json()) as { id: string };
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

/** Figures of refused requests would say nothing. */
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
