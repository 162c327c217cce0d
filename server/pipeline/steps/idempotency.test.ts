import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exampleRequest } from '../../openapi/examples.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { idempotentCalls, isReplayed } from '../../testing/idempotent-calls.ts';
import { customer as ana, codes, customers, notas } from '../../testing/notas.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

describeOnDatabases('Notas, idempotency: replays', (open) => {
  let portal: TestPortal;
  let key: string;

  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const { post, countOf, operationOf } = idempotentCalls(() => ({ portal, key }));

  test('the same key and body: the first response again, marked, and nothing is done twice', async () => {
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

  test('the first response is replayed unchanged, whatever happened to the record', async () => {
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

  test('a malformed key: 400', async () => {
    for (const malformed of ['', '""', 'a'.repeat(256), 'a\tb', 'a\u0007', '\u007f']) {
      const answer = await post(malformed);
      assert.deepEqual([answer.status, codes(answer)], [400, ['invalid_idempotency_key']], JSON.stringify(malformed));
    }
    assert.equal((await post('a'.repeat(255))).status, 201);
  });

  test('refusals are stored and replayed', async () => {
    const wrong = { ...ana, email: 'none' };
    const [first, second] = [await post('refused', wrong), await post('refused', wrong)];
    assert.deepEqual([first.status, isReplayed(first)], [422, false]);
    assert.deepEqual([second.status, isReplayed(second), second.body], [422, true, first.body]);
    const taken = { ...ana, external_id: 'taken-once' };
    assert.deepEqual([(await post('winner', taken)).status, (await post('loser', taken)).status], [201, 409]);
    const again = await post('loser', taken);
    assert.deepEqual([again.status, isReplayed(again), codes(again)], [409, true, ['already_exists']]);
  });
});
