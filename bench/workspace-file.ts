// `npm run bench:file -- [sqlite|postgres]`: for how long an import and an export of a file of 20 MiB hold the event loop at most, how
// long each takes, and the slowest statements on SQLite. It prints and asserts nothing.
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { startPostgres } from '../server/testing/postgres-server.ts';
import { type OpenTestDatabase, openPostgres, openSqlite } from '../server/testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../server/testing/test-portal.ts';

const ONLY = process.argv[2];
const ROUNDS = 3;
const BYTES = 19.5 * 2 ** 20;
const auth = (key: string) => ({ authorization: `Bearer ${key}` });

/** The longest statements since it was emptied, by their text. */
const statements = new Map<string, number>();
for (const name of ['run', 'all'] as const) {
  const original = StatementSync.prototype[name] as (...values: unknown[]) => unknown;
  Object.defineProperty(StatementSync.prototype, name, {
    value(this: StatementSync, ...values: unknown[]) {
      const before = performance.now();
      try {
        return original.apply(this, values);
      } finally {
        const taken = performance.now() - before;
        const text = this.sourceSQL.slice(0, 60);
        if (taken > (statements.get(text) ?? 5)) statements.set(text, taken);
      }
    },
  });
}

for (const name of ['exec', 'close'] as const) {
  const original = DatabaseSync.prototype[name] as (...values: unknown[]) => unknown;
  Object.defineProperty(DatabaseSync.prototype, name, {
    value(this: DatabaseSync, ...values: unknown[]) {
      const before = performance.now();
      original.apply(this, values);
      const taken = performance.now() - before;
      if (taken > (statements.get(name) ?? 5)) statements.set(name, taken);
    },
  });
}

if (ONLY !== 'postgres') await measure('SQLite', openSqlite);
if (ONLY !== 'sqlite') {
  const postgres = await startPostgres();
  await measure('PostgreSQL', () => openPostgres(postgres.url));
  await postgres.stop();
}

async function measure(name: string, open: OpenTestDatabase): Promise<void> {
  const portal = await startTestPortal({ open, env: { GUEST_RECORDS: '100000', GUEST_STORAGE_MIB: '100' } });
  const key = await portal.guest();
  const payload = await makeFile(portal, key);
  console.log(
    `\n${name}, a file of ${(Buffer.byteLength(payload) / 2 ** 20).toFixed(1)} MiB     longest hold   duration`,
  );
  for (let round = 0; round < ROUNDS; round++) {
    await watch('import', async () => {
      const headers = { ...auth(key), 'content-type': 'application/json' };
      const { statusCode, body } = await portal.app.inject({
        ...{ method: 'POST', url: '/platform/v1/workspace/import', headers, payload },
      });
      if (statusCode !== 200) throw new Error(body.slice(0, 500));
    });
    await watch('export', async () => {
      await portal.app.inject({ url: '/platform/v1/workspace/export', headers: auth(key) });
    });
  }
  await portal.close();
}

/** A file with as many customers as fit into it. */
async function makeFile(portal: TestPortal, key: string): Promise<string> {
  await portal.call('GET /sandbox/notas/v1/customers', { key });
  const file = (await portal.call('GET /platform/v1/workspace/export', { key })).body;
  const [notas] = file.apis;
  const [first] = notas.records.filter(({ store }: { store: string }) => store === 'customers');
  for (let size = 0, index = 0; size < BYTES; index++) {
    const id = `cus_${String(index).padStart(12, '0')}`;
    const body = { ...first.body, id, name: `Cliente ${index} ${'á'.repeat(120)}`, external_id: `E-${index}` };
    const record = { ...first, id, body };
    notas.records.push(record);
    size += Buffer.byteLength(JSON.stringify(record)) + 2;
  }
  return JSON.stringify(file);
}

async function watch(what: string, run: () => Promise<void>): Promise<void> {
  statements.clear();
  let [longest, last, isOver] = [0, performance.now(), false];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  look();
  const began = performance.now();
  await run();
  const duration = performance.now() - began;
  isOver = true;
  const slowest = [...statements].sort(([, a], [, b]) => b - a).slice(0, 3);
  const texts = slowest.map(([text, taken]) => `${taken.toFixed(0)} ms ${text.replaceAll(/\s+/g, ' ')}`);
  console.log(
    `${what.padEnd(28)}${longest.toFixed(0).padStart(12)} ms${duration.toFixed(0).padStart(9)} ms   ${texts.join(' | ')}`,
  );
}
