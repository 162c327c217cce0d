// `npm run bench:faults`: what breaks under a server and its database while writers store records under idempotency keys and send
// each again until it is acknowledged. It prints what was acknowledged, lost (acknowledged, and not there), stored twice and given
// up, and how long it took to recover. `-- <text>` measures only faults with this in their names.
import { setTimeout as wait } from 'node:timers/promises';
import { startReceiver } from '../../server/testing/receiver.ts';
import { type Measured, measure } from './measure.ts';
import { postgresFaults } from './postgres.ts';
import { sqliteFaults } from './sqlite.ts';
import { printTable } from './table.ts';

/** In milliseconds: webhooks whose server died are sent again by another within seconds, else when their claims expire, after a minute. */
const patience = 75_000;

const [only = ''] = process.argv.slice(2);
const receiver = await startReceiver();
const rows: Measured[] = [];
const skipped: string[] = [];

for (const [database, faults] of [
  ['SQLite', sqliteFaults],
  ['PostgreSQL', postgresFaults],
] as const) {
  if (/^(SQLite|PostgreSQL)/.test(only) && !only.startsWith(database)) continue;
  const mine: Measured[] = [];
  for await (const fault of faults((name, reason) => skipped.push(`${database}: ${name}: not measured, ${reason}`))) {
    const name = `${database}: ${fault.name}`;
    if (!name.includes(only)) continue;
    process.stderr.write(`${name}\n`);
    mine.push(await measure({ ...fault, name }, receiver));
    await webhooksOf(mine);
  }
  rows.push(...mine);
}
await receiver.close();

printTable(rows);
for (const line of skipped) console.log(line);
const wrong = rows.some(
  ({ lost, doubled, failed, recovered, load }) =>
    lost.length + doubled.length + failed.length + load.checkWebhooks().missing.length > 0 || !recovered,
);
process.exitCode = wrong ? 1 : 0;

async function webhooksOf(measured: Measured[]): Promise<void> {
  const end = performance.now() + patience;
  while (measured.some(({ load }) => load.checkWebhooks().missing.length > 0) && performance.now() < end)
    await wait(200);
}
