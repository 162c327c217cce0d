import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { exampleOfParameter, exampleRequest } from '../../openapi/examples.ts';
import type { Operation } from '../../openapi/operations.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../../testing/test-portal.ts';
import { removeExpiredKeys } from '../kept-answers.ts';

const notas = '/sandbox/notas/v1';
const customers = `${notas}/customers`;
const ana = { type: 'individual', name: 'Ana Lima', federal_tax_number: '52998224725', email: 'ana@correio.example' };

/** Servers of one database share their peppers. */
const peppers = `1:${randomUUID()}${randomUUID()}`;

describeOnDatabases('Notas, idempotency', (open) => {
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

  const post = (
    idempotencyKey: string,
    body: unknown = ana,
    path = customers,
    workspaceKey = key,
  ): Promise<TestAnswer> =>
    portal.call(`POST ${path}`, { key: workspaceKey, body, headers: { 'idempotency-key': idempotencyKey } });
  const isReplayed = ({ headers }: TestAnswer) => headers['idempotent-replayed'] === 'true';
  const codes = ({ body }: TestAnswer) => body.errors?.map(({ code }: { code: string }) => code);
  const countOf = async (name: string) =>
    (await portal.call(`GET ${customers}?per_page=100`, { key })).body.filter(
      (customer: { name: string }) => customer.name === name,
    ).length;

  /** Makes a request's state what it is while that request runs, or when its process died. */
  const asIfRunning = (idempotencyKey: string) =>
    portal.context.db
      .updateTable('idempotency_key')
      .set({ answer: null, leased_until: new Date(now + 60_000).toISOString() })
      .where('key', '=', idempotencyKey)
      .execute();

  test('the same key and body: the first answer again, marked, and nothing is done twice', async () => {
    const first = await post('same', { ...ana, name: 'Once Only' });
    const second = await post('same', { ...ana, name: 'Once Only' });
    assert.deepEqual([first.status, isReplayed(first)], [201, false]);
    assert.deepEqual([second.status, isReplayed(second)], [201, true]);
    assert.deepEqual(second.body, first.body);
    for (const name of ['location', 'content-type']) assert.equal(second.headers[name], first.headers[name], name);
    assert.ok(first.headers.location);
    assert.notEqual(second.headers['x-request-id'], first.headers['x-request-id']);
    assert.equal(await countOf('Once Only'), 1);
  });

  test('the first answer stays what it was, whatever became of the record', async () => {
    const first = await post('history');
    await portal.call(`DELETE ${customers}/${first.body.id}`, { key });
    const again = await post('history');
    assert.deepEqual([again.status, again.body], [201, first.body]);
  });

  test('the same key and another body: 422', async () => {
    assert.equal((await post('other-body')).status, 201);
    for (const sent of [{ body: { ...ana, name: 'Ana Luz' } }, { body: JSON.stringify(ana, null, 1) }, {}]) {
      const answer = await portal.call(`POST ${customers}`, {
        key,
        ...sent,
        headers: { 'idempotency-key': 'other-body' },
      });
      assert.deepEqual([answer.status, codes(answer)], [422, ['idempotency_key_reused']]);
    }
  });

  test('the same key at another address of the operation: 422', async () => {
    const invoice = exampleRequest(portal.context.apis.get('notas') as ServedApi, operationOf('createServiceInvoice'))
      .body?.value;
    const first = await post('address', invoice, `${notas}/companies/com_m9s346q3d25vt4f5/serviceinvoices`);
    assert.equal(first.status, 201, JSON.stringify(first.body));
    const other = await post('address', invoice, `${notas}/companies/com_v37e3s3e28jt97kb/serviceinvoices`);
    assert.deepEqual([other.status, codes(other)], [422, ['idempotency_key_reused']]);
  });

  test('the first one still running: 409, and the answer when it is done', async () => {
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

  test('a key whose process died is free again when its lease is over', async () => {
    await post('orphan', { ...ana, name: 'Left Behind' });
    await asIfRunning('orphan');
    now += 59_000;
    assert.equal((await post('orphan', { ...ana, name: 'Left Behind' })).status, 409);
    now += 1_000;
    const taken = await post('orphan', { ...ana, name: 'Left Behind' });
    assert.deepEqual([taken.status, isReplayed(taken)], [201, false]);
    assert.ok(isReplayed(await post('orphan', { ...ana, name: 'Left Behind' })));
  });

  test('a malformed key: 400', async () => {
    for (const malformed of ['', '""', 'a'.repeat(256), 'a\tb', 'a\u0007', '\u007f']) {
      const answer = await post(malformed);
      assert.deepEqual([answer.status, codes(answer)], [400, ['invalid_idempotency_key']], JSON.stringify(malformed));
    }
    assert.equal((await post('a'.repeat(255))).status, 201);
  });

  test('refusals are answers, and are kept', async () => {
    const wrong = { ...ana, email: 'none' };
    const [first, second] = [await post('refused', wrong), await post('refused', wrong)];
    assert.deepEqual([first.status, isReplayed(first)], [422, false]);
    assert.deepEqual([second.status, isReplayed(second), second.body], [422, true, first.body]);
    const taken = { ...ana, external_id: 'taken-once' };
    assert.deepEqual([(await post('winner', taken)).status, (await post('loser', taken)).status], [201, 409]);
    const again = await post('loser', taken);
    assert.deepEqual([again.status, isReplayed(again), codes(again)], [409, true, ['already_exists']]);
  });

  test('server errors are not kept: the request is done when it can be', async () => {
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

  test('who lost the key while at it has done nothing', async () => {
    const { db } = portal.context;
    const [set, unset] = thief[database.kind];
    for (const statement of set) await sql.raw(statement).execute(db);
    const lost = await post('stolen', { ...ana, name: 'Never There', external_id: 'never' });
    await sql.raw(unset).execute(db);
    assert.deepEqual([lost.status, codes(lost)], [409, ['idempotency_key_in_use']]);
    assert.equal(await countOf('Never There'), 0);
  });

  test('a key means something in one workspace, and in one operation', async () => {
    await post('mine');
    const theirs = await post('mine', { ...ana, name: 'Somebody Else' }, customers, await portal.guest());
    assert.deepEqual([theirs.status, isReplayed(theirs)], [201, false]);
    const company = exampleRequest(portal.context.apis.get('notas') as ServedApi, operationOf('createCompany')).body
      ?.value;
    const elsewhere = await post('mine', company, `${notas}/companies`);
    assert.deepEqual([elsewhere.status, isReplayed(elsewhere)], [201, false]);
  });

  test('requests that come together under one key create one record, on one server and on two', async () => {
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

  test('another server of the database gives the first answer, too', async () => {
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

  test('every POST takes a key', async () => {
    const api = portal.context.apis.get('notas') as ServedApi;
    const fresh = await portal.guest();
    const posts = api.operations.filter(({ method }) => method === 'post');
    assert.ok(posts.length >= 3);
    for (const operation of posts) {
      const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
        const parameter = operation.parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
        return String(parameter && exampleOfParameter(api.document, parameter));
      });
      const body = exampleRequest(api, operation).body?.value;
      const [first, second] = [
        await post('all', body, `${notas}${path}`, fresh),
        await post('all', body, `${notas}${path}`, fresh),
      ];
      assert.ok(first.status < 300, `${operation.id}: ${JSON.stringify(first.body)}`);
      assert.deepEqual(
        [second.status, isReplayed(second), second.body],
        [first.status, true, first.body],
        operation.id,
      );
    }
  });

  test('a key on what is no POST, or on an API that does not speak of keys, is a header like any other', async () => {
    const headers = { 'idempotency-key': '' };
    assert.equal((await portal.call(`GET ${customers}`, { key, headers })).status, 200);
    assert.equal((await portal.call(`PUT ${customers}/cus_f5kznwj47tan9zt2`, { key, body: ana, headers })).status, 200);
    const reader = { nome: 'Íris', email: 'iris@correio.example', senha: 'marinheira' };
    const [first, second] = [
      await post('x', reader, '/sandbox/biblioteca/leitores'),
      await post('x', reader, '/sandbox/biblioteca/leitores'),
    ];
    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.notEqual(first.body.matricula, second.body.matricula);
  });

  test('a key is kept 24 hours, and then cleaned away', async () => {
    const lasting = await portal.guest();
    await portal.context.db.updateTable('api_key').set({ expires_at: null }).execute();
    await portal.context.db.updateTable('workspace').set({ expires_at: null }).execute();
    const first = await post('daily', ana, customers, lasting);
    now += 24 * 60 * 60 * 1000 - 1;
    assert.ok(isReplayed(await post('daily', ana, customers, lasting)));
    now += 1;
    const next = await post('daily', ana, customers, lasting);
    assert.deepEqual([next.status, isReplayed(next)], [201, false]);
    assert.notEqual(next.body.id, first.body.id);

    const rows = async () => (await portal.context.db.selectFrom('idempotency_key').select('key').execute()).length;
    assert.ok((await rows()) > 1);
    now += 1;
    assert.ok((await removeExpiredKeys(portal.context.db, new Date(now))) > 0);
    assert.equal(await rows(), 1, 'only the one that was sent anew is left');
  });

  function operationOf(id: string): Operation {
    return portal.context.apis.get('notas')?.operations.find((operation) => operation.id === id) as Operation;
  }
});

/** Takes the key away from whoever writes, as another process does when the lease is over. */
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
