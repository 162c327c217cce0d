// `npx node bench/writes.ts [seconds]`: customers created one by one through the API, on SQLite and on PostgreSQL in turn, by one
// caller and by twenty at once. It prints how many a second and the ratio, and asserts nothing.
import autocannon from 'autocannon';
import { startPostgres } from '../server/testing/postgres-server.ts';
import { startCais, type Target } from './targets.ts';

const SECONDS = Number(process.argv[2] ?? 5);
const ROUNDS = 3;

const postgres = await startPostgres();
const targets = [
  await startCais('SQLite'),
  await startCais('PostgreSQL', {
    DATABASE_URL: postgres.url,
    KEY_PEPPERS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
  }),
];
try {
  for (const connections of [1, 20]) {
    const rates: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++)
      for (const [index, target] of targets.entries()) rates[index as 0]?.push(await write(target, connections));
    const [sqlite = 0, other = 0] = rates.map((found) => found.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0);
    console.log(
      `${connections} at once: SQLite ${sqlite.toFixed(0)} a second, PostgreSQL ${other.toFixed(0)}: ${(sqlite / other).toFixed(2)} × as long`,
    );
  }
} finally {
  for (const target of targets) await target.end();
  await postgres.stop();
}

async function write({ url, headers }: Target, connections: number): Promise<number> {
  const { requests, non2xx } = await autocannon({
    url,
    connections,
    duration: SECONDS,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'individual',
      name: 'Ana',
      federal_tax_number: '52998224725',
      email: 'ana@c.example',
    }),
  });
  if (non2xx > 0) throw new Error(`${non2xx} were refused`);
  return requests.average;
}
