// `npm run bench`: the sandbox compared with hand-written endpoints and with similar tools, in the same run. It prints and
// asserts nothing. `BEFORE=<folder>` is a checkout of an earlier commit, installed and built, to compare with.
import { resolve } from 'node:path';
import { ensureSite } from '../scripts/ensure-site.mjs';
import { CONNECTIONS, create, median, readOne } from './loads.ts';
import { startJsonServer, startPrism, startScalar } from './peers.ts';
import { startCais, startHandWritten, type Target } from './targets.ts';

const SECONDS = 3;
const ROUNDS = 3;

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

function figure(value: number): string {
  return Math.round(value).toLocaleString('en').padStart(7);
}
