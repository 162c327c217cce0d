// `npx node bench/metrics.ts [rounds]`: what metrics for Prometheus, and a line for each request, cost in requests a second. The
// same server with and without them, in turn; and how long a scrape takes. It prints and asserts nothing.
import autocannon from 'autocannon';
import { freePort } from '../server/net/free-port.ts';
import { startCais, type Target } from './targets.ts';

const ROUNDS = Number(process.argv[2] ?? 7);
const load = { connections: 20, duration: 3 };

const port = await freePort();
const METRICS_ADDRESS = `127.0.0.1:${port}`;
const targets = [
  await startCais('without'),
  await startCais('with /metrics', { METRICS_ADDRESS }),
  await startCais('with lines', { LOG_LEVEL: 'info' }),
];
try {
  const ids = new Map<Target, string>();
  for (const target of targets) {
    ids.set(target, await createOne(target));
    await run(target);
  }
  const ratios = new Map<Target, number[]>(targets.map((target) => [target, []]));
  for (let round = 0; round < ROUNDS; round++) {
    const rates: number[] = [];
    for (const target of targets) rates.push(await run(target));
    for (const [index, target] of targets.entries()) ratios.get(target)?.push((rates[index] ?? 0) / (rates[0] ?? 1));
    console.log(rates.map((rate) => Math.round(rate).toLocaleString('en').padStart(8)).join(''));
  }
  for (const [{ name }, found] of ratios)
    console.log(`${name.padEnd(16)}${median(found).toFixed(3)} ×, paired, median`);
  const times: number[] = [];
  let bytes = 0;
  for (let count = 0; count < 50; count++) {
    const began = performance.now();
    bytes = (await (await fetch(`http://${METRICS_ADDRESS}/metrics`)).text()).length;
    times.push(performance.now() - began);
  }
  console.log(`a scrape: ${median(times).toFixed(1)} ms, ${bytes} bytes`);

  async function run(target: Target): Promise<number> {
    const url = `${target.url}/${ids.get(target)}`;
    const { requests, non2xx, errors } = await autocannon({ ...load, url, headers: target.headers });
    if (non2xx + errors > 0) throw new Error(`${target.name} refused ${non2xx} requests and failed ${errors}`);
    return requests.average;
  }
} finally {
  await Promise.all(targets.map((target) => target.end()));
}

async function createOne({ url, headers }: Target): Promise<string> {
  const body = JSON.stringify({
    type: 'company',
    name: 'Padaria',
    federal_tax_number: '11222333000181',
    email: 'a@b.example',
  });
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  });
  return ((await response.json()) as { id: string }).id;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
