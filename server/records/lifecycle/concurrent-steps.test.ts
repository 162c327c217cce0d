import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockWorkspace } from '../../db/lock-workspace.ts';
import { invoices, newIssuingWorkspace, startBeside, startIssuingPortal } from '../../testing/issuing-workspaces.ts';
import { describeOnDatabases, type TestDatabase } from '../../testing/test-databases.ts';
import type { TestPortal } from '../../testing/test-portal.ts';

describeOnDatabases('dialects.md 1, concurrent steps of invoices', (open) => {
  let database: TestDatabase;
  let portal: TestPortal;
  before(async () => {
    database = await open();
    portal = await startIssuingPortal(database);
  });
  after(() => portal.close());

  test('steps happen once, however many read at once, in one process and in two', async () => {
    const { advance, issue, read, events, key } = await newIssuingWorkspace(portal);
    const made = await Promise.all(Array.from({ length: 6 }, () => issue()));
    const other = await startBeside(database);
    await advance(3600);
    const readers = [portal, other].flatMap((reader) => [
      ...made.map(({ id }) => reader.call(`GET ${invoices}/${id}`, { key })),
      reader.call(`GET ${invoices}`, { key }),
      reader.call(`GET /platform/v1/events`, { key }),
      reader.call(`PUT ${invoices}/${made[0].id}/nothing`, { key }),
    ]);
    const answers = await Promise.all(readers);
    assert.ok(
      answers.every(({ status }) => status === 200 || status === 404),
      answers.map(({ status }) => status).join(),
    );
    const types = (await events()).map(({ type }: { type: string }) => type);
    for (const type of ['document_processing', 'document_waiting', 'document_success', 'asset_available']) {
      // The PDF and the XML have an event each.
      const each = type === 'asset_available' ? 2 : 1;
      assert.equal(types.filter((other: string) => other === type).length, made.length * each, type);
    }
    const numbers = await Promise.all(made.map(async ({ id }) => (await read(id)).number));
    assert.deepEqual(
      numbers.sort((a, b) => a - b),
      [2042, 2043, 2044, 2045, 2046, 2047],
      'no number is repeated or skipped',
    );
    await other.app.close();
  });

  test('of simultaneous cancellations one succeeds, and none is lost to a step', async () => {
    const { call, advance, issue, read, events } = await newIssuingWorkspace(portal);
    const { id } = await issue();
    await advance(15);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        index % 2 ? call(`GET ${invoices}/${id}`) : call(`DELETE ${invoices}/${id}`),
      ),
    );
    assert.deepEqual(
      answers
        .map(({ status }) => status)
        .filter((status) => status !== 200)
        .sort(),
      [204, 409, 409],
    );
    assert.equal((await read(id)).status, 'canceled');
    assert.equal((await events('&type=document_canceled')).length, 1);
  });

  test('more steps than fit one transaction are all taken, in order', { timeout: 120_000 }, async () => {
    const { call, advance, issue } = await newIssuingWorkspace(portal);
    const count = 600;
    const first = await issue();
    const { workspace_id, body } = await database.db
      .selectFrom('record')
      .select(['workspace_id', 'body'])
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow();
    const rows = Array.from({ length: count - 1 }, (_, index) => {
      const id = `inv_many${index}`;
      const place = { workspace_id, api: 'notas', store: 'serviceinvoices', parent: 'companies/com_m9s346q3d25vt4f5' };
      return {
        ...place,
        id,
        body: JSON.stringify({ ...JSON.parse(body), id }),
        due_at: Date.parse(first.created_at) + 5000 + (index % 50),
      };
    });
    for (let from = 0; from < rows.length; from += 100)
      await database.db
        .insertInto('record')
        .values(rows.slice(from, from + 100))
        .execute();
    await advance(3600);
    const list = await call(`GET ${invoices}?status=issued&per_page=100`);
    assert.equal(list.headers['x-total-count'], String(count + 2));
    const stored = await database.db
      .selectFrom('event')
      .select(['created_at'])
      .where('workspace_id', '=', workspace_id)
      .orderBy('seq')
      .execute();
    const times = stored.map(({ created_at }) => created_at);
    assert.equal(times.length, 2 + count * 6);
    assert.deepEqual(times, [...times].sort());
  });

  test('a cancellation based on an outdated state is refused, even under concurrent reads', async () => {
    const { key, issue, read, advance } = await newIssuingWorkspace(portal);
    for (let round = 0; round < 3; round++) {
      const { id } = await issue();
      const { headers } = await portal.call(`GET ${invoices}/${id}`, { key });
      await advance(60);
      const options = { key, headers: { 'if-match': String(headers.etag) } };
      const asked = Array.from({ length: 6 }, (_, index) =>
        index % 2 ? portal.call(`DELETE ${invoices}/${id}`, options) : portal.call(`GET ${invoices}/${id}`, { key }),
      );
      assert.deepEqual(
        (await Promise.all(asked)).map(({ status }) => status),
        [200, 412, 200, 412, 200, 412],
      );
      assert.equal((await read(id)).status, 'issued');
    }
  });

  test('emitting events is serialized, so that their numbers follow the order of commits', async () => {
    const { key, issue } = await newIssuingWorkspace(portal);
    await issue();
    const { workspaceId } = await portal.context.verifyCredential(key);
    let isAnswered = false;
    const issuing = await database.db.transaction().execute(async (transaction) => {
      await lockWorkspace(transaction, workspaceId);
      const answer = issue().then(() => {
        isAnswered = true;
      });
      await sleep(300);
      assert.equal(isAnswered, false);
      return { answer };
    });
    await issuing.answer;
    assert.equal(isAnswered, true);
  });
});
