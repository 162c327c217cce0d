// `BEFORE=<folder> npm run bench:before`: this checkout and that of an earlier commit, installed and built, in turn; what a change
// costs at each of many moments, so that other load on the machine affects both. It prints and asserts nothing.
import { resolve } from 'node:path';
import autocannon, { type Result } from 'autocannon';
import { ensureSite } from '../scripts/ensure-site.mjs';
import { startCais, type Target } from './targets.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 10);
const SECONDS = 3;
const CUSTOMER = {
  type: 'company',
  name: 'Padaria Pão Quente Ltda.',
  federal_tax_number: '11222333000181',
  email: 'contato@paoquente.example',
};

if (!process.env.BEFORE) throw new Error('Name the checkout of an earlier commit: BEFORE=<folder>.');
await ensureSite();
const now = await startCais('now');
const before = await startCais('before', { checkout: resolve(process.env.BEFORE) });
try {
  console.log(
    `${ROUNDS} pairs of ${SECONDS} s, 20 connections; requests a second, median, and the median of the ratios`,
  );
  for (const [name, load] of [
    ['GET by id', await readOne()],
    ['POST', create],
  ] as const) {
    const pairs: [number, number][] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const order = round % 2 === 0 ? [now, before] : [before, now];
      const rates = new Map<Target, number>();
      for (const target of order) rates.set(target, rateOf(await load(target), target));
      // The first pair warms up.
      if (round > 0) pairs.push([rates.get(now) as number, rates.get(before) as number]);
    }
    const ratios = pairs.map(([a, b]) => a / b).sort((a, b) => a - b);
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => ratios[Math.floor(share * ratios.length)] as number);
    const figures = [0, 1].map((side) => Math.round(median(pairs.map((pair) => pair[side] as number))));
    console.log(
      `${name.padEnd(10)} now ${figures[0]}, before ${figures[1]}: ${middle?.toFixed(3)} (half of the pairs: ${low?.toFixed(3)} to ${high?.toFixed(3)})`,
    );
  }
} finally {
  await Promise.all([now.end(), before.end()]);
}

async function readOne(): Promise<(target: Target) => Promise<Result>> {
  const urls = new Map<Target, string>();
  for (const target of [now, before]) {
    const headers = { ...target.headers, 'content-type': 'application/json' };
    const response = await fetch(target.url, { method: 'POST', headers, body: JSON.stringify(CUSTOMER) });
    urls.set(target, `${target.url}/${((await response.json()) as { id: string }).id}`);
  }
  return (target) =>
    autocannon({ url: urls.get(target) as string, headers: target.headers, connections: 20, duration: SECONDS });
}

function create(target: Target): Promise<Result> {
  return autocannon({
    url: target.url,
    method: 'POST',
    headers: { ...target.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ ...CUSTOMER, external_id: 'bench-[<id>]' }),
    idReplacement: true,
    connections: 20,
    duration: SECONDS,
  });
}

function rateOf({ non2xx, errors, requests }: Result, { name }: Target): number {
  if (non2xx > 0 || errors > 0) throw new Error(`${name} refused ${non2xx} requests and failed ${errors}`);
  return requests.average;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
