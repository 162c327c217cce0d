import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { presenceClass } from '../../db/process-name.ts';
import { customer as ana, customers } from '../../testing/notas.ts';
import { endOf, onlySpecs, type ServerProcess, startServerProcess } from '../../testing/server-process.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { temporaryFolder } from '../../testing/test-specs.ts';
import { until } from '../../testing/webhook-workspace.ts';

describeOnDatabases('Notas, idempotency: a server that is killed', (open) => {
  let database: TestDatabase;
  let key: string;
  const started: ServerProcess[] = [];
  const start = async (env: Record<string, string>) => {
    const server = await startServerProcess({ DATABASE_URL: database.url, ...env });
    started.push(server);
    return server;
  };
  before(async () => {
    database = await open();
  });
  after(async () => {
    for (const { child } of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await database.close();
  });

  const call = async ({ origin }: ServerProcess, method: string, path: string, headers = {}, body?: unknown) => {
    const response = await fetch(origin + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: a key, a record or a list.
    return { status: response.status, headers: response.headers, body: (await response.json()) as any };
  };
  const as = (name: string) => ({ authorization: `Basic ${btoa(`${key}:x`)}`, 'idempotency-key': name });

  test('its keys are free at once, those of a server that lives are not, and nothing is there twice', async () => {
    const env = { DATA_DIR: temporaryFolder(), SPECS_PATH: onlySpecs('notas', 'platform') };
    const [first, second] = [await start(env), await start(env)];
    const guest = await call(first, 'POST', '/platform/v1/guest_workspaces');
    key = guest.body.api_key.secret;
    await call(first, 'GET', customers, as('none'));
    if (database.kind === 'postgres')
      await until(
        () => countPresent(database),
        (present) => present === 2,
      );
    const speedUp = await slowDown(database);
    const body = { ...ana, name: 'Killed Midway' };
    const sent = call(first, 'POST', customers, as('killed'), body).catch(() => undefined);
    const held = () => database.db.selectFrom('idempotency_key').select('answer').where('key', '=', 'killed').execute();
    await until(held, ({ length }) => length === 1);
    const meanwhile = await call(second, 'POST', customers, as('killed'), body);
    // The writer of a SQLite file keeps all others waiting.
    assert.equal(meanwhile.status, database.kind === 'sqlite' ? 503 : 409);
    first.child.kill('SIGKILL');
    assert.equal(await endOf(first), 'SIGKILL');
    assert.equal(await sent, undefined, 'the first request was never answered');
    await speedUp();

    const again = await call(second, 'POST', customers, as('killed'), body);
    assert.deepEqual([again.status, again.headers.get('idempotent-replayed')], [201, null], JSON.stringify(again.body));
    const listed = (await call(second, 'GET', `${customers}?per_page=100`, as('none'))).body;
    assert.equal(listed.filter(({ name }: { name: string }) => name === body.name).length, 1);
  });
});

/** How many servers have told PostgreSQL that they live, as each does soon after its start. */
async function countPresent({ db }: TestDatabase): Promise<number> {
  const { rows } = await sql`
    select 1 from pg_locks where locktype = 'advisory' and classid = ${presenceClass}
      and database = (select oid from pg_database where datname = current_database())`.execute(db);
  return rows.length;
}

/** Makes it take seconds to store a record; returns what undoes that. */
async function slowDown({ kind, db }: TestDatabase): Promise<() => Promise<void>> {
  const { slow, quick } = statements[kind];
  const run = async (all: string[]) => {
    for (const statement of all) await sql.raw(statement).execute(db);
  };
  await run(slow);
  return () => run(quick);
}

const statements = {
  sqlite: {
    slow: [
      `create trigger slow before insert on record begin select count(*) from (
         with recursive counted (n) as (select 1 union all select n + 1 from counted where n < 1000000000)
         select n from counted); end`,
    ],
    quick: ['drop trigger slow'],
  },
  postgres: {
    slow: [
      `create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(4); return new; end $$`,
      'create trigger slow before insert on record for each row execute function slow()',
    ],
    quick: ['drop trigger slow on record', 'drop function slow'],
  },
};
