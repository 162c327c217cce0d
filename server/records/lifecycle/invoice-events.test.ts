import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, invoice, invoices, newIssuingWorkspace, startIssuingPortal } from '../../testing/issuing-workspaces.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import type { TestPortal } from '../../testing/test-portal.ts';

describeOnDatabases('dialects.md 1, events of an invoice', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startIssuingPortal(await open());
  });
  after(() => portal.close());

  test('each step emits its events, in order, with the invoice as it was then', async () => {
    const { call, advance, issue, events, timeline } = await newIssuingWorkspace(portal);
    const made = await issue();
    await advance(3600);
    assert.deepEqual(await timeline(), [
      'document_processing 0',
      'operation_processing 0',
      'document_waiting 5',
      'operation_waiting 5',
      'document_success 15',
      'operation_success 15',
      'asset_available 15',
      'asset_available 15',
    ]);
    await call(`DELETE ${invoices}/${made.id}`);
    assert.deepEqual((await timeline()).slice(8), ['document_canceled 3600']);
    const statuses = (await events()).flatMap(
      ({ payload }: { payload: { event: { data: { document?: { status: string } } } } }) =>
        payload.event.data.document?.status ?? [],
    );
    assert.deepEqual(statuses, ['processing', 'waiting', 'issued', 'canceled']);
    for (const [description, last] of [
      ['REJECT', ['document_rejected', 'operation_rejected']],
      ['ERROR', ['document_error', 'operation_error']],
    ] as const) {
      await issue(description);
      await advance(15);
      assert.deepEqual(
        (await events()).slice(-2).map(({ type }: { type: string }) => type),
        last,
      );
    }
  });

  test('an event has the body {"event": {type, created_at, data: {document}}}, with the REST shape, and never changes', async () => {
    const { call, advance, issue, read, events } = await newIssuingWorkspace(portal);
    const made = await issue();
    const [first] = await events();
    assert.ok(first);
    assert.deepEqual(first.payload, {
      event: { type: 'document_processing', created_at: at(0), data: { document: made } },
    });
    assert.deepEqual(
      [first.type, first.api, first.created_at, first.record],
      ['document_processing', 'notas', at(0), { store: 'serviceinvoices', id: made.id }],
    );
    assert.match(first.id, /^evt_[0-9a-f]{32}$/);
    await advance(15);
    const issued = await read(made.id);
    assert.deepEqual((await events('&type=document_success'))[0]?.payload.event.data.document, issued);
    await call(`DELETE ${invoices}/${made.id}`);
    const { status, body } = await call(`GET /platform/v1/events/${first.id}`);
    assert.deepEqual([status, body], [200, first]);
  });

  test('events of many invoices come in the order in which they happened, even when read late', async () => {
    const { advance, issue, events } = await newIssuingWorkspace(portal);
    await issue();
    await advance(2);
    await issue('REJECT');
    await advance(7);
    await issue('ERROR');
    await advance(3600);
    const times = (await events()).map(({ created_at }: { created_at: string }) => created_at);
    assert.deepEqual(times, [...times].sort());
    assert.equal(times.length, 8 + 6 + 4);
  });

  test('a replayed issue emits nothing twice', async () => {
    const { call, timeline, key } = await newIssuingWorkspace(portal);
    const again = { key, body: invoice, headers: { 'idempotency-key': 'life-1' } };
    const answers = [await portal.call(`POST ${invoices}`, again), await portal.call(`POST ${invoices}`, again)];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201],
    );
    assert.equal(answers[0]?.body.id, answers[1]?.body.id);
    assert.deepEqual(await timeline(), ['document_processing 0', 'operation_processing 0']);
    await call(`POST ${invoices}`, { ...invoice, customer_id: 'cus_none' });
    assert.equal((await timeline()).length, 2, 'a refused one emits nothing');
  });
});
