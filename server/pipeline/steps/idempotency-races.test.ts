import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { idempotentCalls, isReplayed } from '../../testing/idempotent-calls.ts';
import { customer as ana, codes, customers } from '../../testing/notas.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

/** Servers of one database share their peppers. */
const peppers = `1:${randomUUID()}${randomUUID()}`;

describeOnDatabases('Notas, idempotency: concurrent and failing requests', (open) => {
  let database: TestDatabase;
  let portal: TestPortal;
  let key: string;
  let now = Date.parse('2026-11-20T12:00:00Z');
  const start = async () =>
    startTestPortal({
      open: async () => ({ ...database, db: await database.reopen(), close: async () => {} }),
      env: { KEY_PEPPERS: peppers },
      now: () => new Date(now),
    });

  before(async () => {
    database = await open();
    portal = await start();
    key = await portal.guest();
  });
  after(async () => {
    await portal.close();
    await database.close();
  });

  const { post, countOf } = idempotentCalls(() => ({ portal, key }));

  /** Sets the state of a stored request to that of one that runs in a process of which nothing is known. */
  const asIfRunning = (idempotencyKey: string, owner = 'someone') =>
    portal.context.db
      .updateTable('idempotency_key')
      .set({ answer: null, owner, leased_until: new Date(now + 60_000).toISOString() })
      .where('key', '=', idempotencyKey)
      .execute();

  test('while the first is running: 409, and its response once it is done', async () => {
    const { body } = await post('running');
    await asIfRunning('running');
    const meanwhile = await post('running');
    assert.deepEqual(
      [meanwhile.status, codes(meanwhile), meanwhile.headers['retry-after']],
      [409, ['idempotency_key_in_use'], '1'],
    );
    const answer = JSON.stringify({ status: 201, mediaType: 'application/json', body });
    await portal.context.db.updateTable('idempotency_key').set({ answer }).where('key', '=', 'running').execute();
    assert.deepEqual((await post('running')).body, body);
  });

  test('a key whose request has ended in this process without releasing it is free at once', async () => {
    await post('left', { ...ana, name: 'Left Open' });
    const { db } = portal.context;
    await db.updateTable('idempotency_key').set({ answer: null }).where('key', '=', 'left').execute();
    const taken = await post('left', { ...ana, name: 'Left Open' });
    assert.deepEqual([taken.status, isReplayed(taken)], [201, false]);
  });

  test('a key whose process crashed is free again when its lease expires', async () => {
    await post('orphan', { ...ana, name: 'Left Behind' });
    await asIfRunning('orphan');
    now += 59_000;
    assert.equal((await post('orphan', { ...ana, name: 'Left Behind' })).status, 409);
    now += 1_000;
    const taken = await post('orphan', { ...ana, name: 'Left Behind' });
    assert.deepEqual([taken.status, isReplayed(taken)], [201, false]);
    assert.ok(isReplayed(await post('orphan', { ...ana, name: 'Left Behind' })));
  });

  test('server errors are not stored: the request can be retried', async () => {
    const { schema } = portal.context.db;
    const lucky = { ...ana, name: 'Lucky At Last', external_id: 'lucky' };
    await schema.alterTable('unique_value').renameTo('elsewhere').execute();
    const failed = await post('unlucky', lucky);
    await schema.alterTable('elsewhere').renameTo('unique_value').execute();
    assert.equal(failed.status, 500);
    const done = await post('unlucky', lucky);
    assert.deepEqual([done.status, isReplayed(done)], [201, false]);
    assert.equal(await countOf('Lucky At Last'), 1);
  });

  test('a request that loses its key is rolled back', async () => {
    const { db } = portal.context;
    const [set, unset] = thief[database.kind];
    for (const statement of set) await sql.raw(statement).execute(db);
    const lost = await post('stolen', { ...ana, name: 'Never There', external_id: 'never' });
    await sql.raw(unset).execute(db);
    assert.deepEqual([lost.status, codes(lost)], [409, ['idempotency_key_in_use']]);
    assert.equal(await countOf('Never There'), 0);
  });

  test('concurrent requests under one key create one record, on one server and on two', async () => {
    const second = await start();
    for (const portals of [[portal], [portal, second]]) {
      const name = `Together ${portals.length}`;
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          (portals[index % portals.length] as TestPortal).call(`POST ${customers}`, {
            key,
            body: { ...ana, name },
            headers: { 'idempotency-key': name },
          }),
        ),
      );
      assert.equal(answers.filter((answer) => answer.status === 201 && !isReplayed(answer)).length, 1);
      for (const answer of answers)
        assert.ok(answer.status === 201 || codes(answer)?.[0] === 'idempotency_key_in_use', JSON.stringify(answer));
      assert.equal(await countOf(name), 1);
    }
    await second.close();
  });

  test('another server of the database replays the first response too', async () => {
    const first = await post('everywhere');
    const second = await start();
    const again = await second.call(`POST ${customers}`, {
      key,
      body: ana,
      headers: { 'idempotency-key': 'everywhere' },
    });
    await second.close();
    assert.deepEqual([again.status, isReplayed(again), again.body], [201, true, first.body]);
  });
});

/** Takes the key from its holder, as another process does when the lease expires. */
const steal = `update idempotency_key set owner = 'another' where "key" = 'stolen'`;
const thief = {
  sqlite: [[`create trigger thief after insert on unique_value begin ${steal}; end`], 'drop trigger thief'],
  postgres: [
    [
      `create function thief() returns trigger language plpgsql as $$ begin ${steal}; return null; end $$`,
      'create trigger thief after insert on unique_value for each row execute function thief()',
    ],
    'drop trigger thief on unique_value',
  ],
} as const;
