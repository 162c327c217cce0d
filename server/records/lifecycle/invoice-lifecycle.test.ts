import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { at, invoices, newIssuingWorkspace, startIssuingPortal } from '../../testing/issuing-workspaces.ts';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import type { TestPortal } from '../../testing/test-portal.ts';

describeOnDatabases('dialects.md 1, lifecycle of an invoice', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startIssuingPortal(await open());
  });
  after(() => portal.close());

  test('processing → waiting → issued, each step at its due time', async () => {
    const { advance, issue, read } = await newIssuingWorkspace(portal);
    const made = await issue();
    assert.deepEqual([made.status, made.number, made.issued_at], ['processing', null, null]);
    await advance(4);
    assert.equal((await read(made.id)).status, 'processing');
    await advance(1);
    const waiting = await read(made.id);
    assert.deepEqual([waiting.status, waiting.created_at, waiting.updated_at], ['waiting', at(0), at(5)]);
    await advance(9);
    assert.equal((await read(made.id)).status, 'waiting');
    await advance(3600);
    const issued = await read(made.id);
    assert.deepEqual(
      [issued.status, issued.updated_at, issued.issued_at],
      ['issued', at(15), at(15)],
      "the step's time is when it was due, not when it was read",
    );
    assert.equal(issued.number, 2042, 'the number after the highest of the company');
    assert.match(issued.verification_code, /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    await advance(3600);
    assert.deepEqual(await read(made.id), issued, 'nothing happens to it any more');
  });

  test('magic values: REJECT is rejected by the city hall, ERROR fails, WAIT stays waiting', async () => {
    const { advance, issue, read } = await newIssuingWorkspace(portal);
    const [rejected, failed, waiting] = [
      await issue('REJECT: código'),
      await issue('ERROR'),
      await issue('WAIT por favor'),
    ];
    await advance(5);
    assert.deepEqual(
      [(await read(rejected.id)).status, (await read(failed.id)).status, (await read(waiting.id)).status],
      ['waiting', 'error', 'waiting'],
    );
    await advance(3600);
    const after = await Promise.all([rejected, failed, waiting].map(({ id }) => read(id)));
    assert.deepEqual(
      after.map(({ status }) => status),
      ['rejected', 'error', 'waiting'],
    );
    assert.match(after[0].status_message, /01\.07/);
    assert.match(after[1].status_message, /certificado/);
    assert.deepEqual(
      after.map(({ number }) => number),
      [null, null, null],
    );
  });

  test('lists, their counts and filters show the current status', async () => {
    const { call, advance, issue } = await newIssuingWorkspace(portal);
    const ids = [(await issue()).id, (await issue('REJECT')).id];
    const seeded = (await call(`GET ${invoices}?per_page=100`)).body;
    assert.equal(seeded.filter(({ status }: { status: string }) => status === 'processing').length, 2);
    await advance(15);
    const list = await call(`GET ${invoices}?per_page=100`);
    const status = Object.fromEntries(list.body.map(({ id, status }: { id: string; status: string }) => [id, status]));
    assert.deepEqual(
      ids.map((id) => status[id]),
      ['issued', 'rejected'],
    );
    await issue();
    await advance(15);
    const filtered = await call(`GET ${invoices}?status=issued&per_page=100`);
    assert.equal(filtered.status, 200);
    assert.equal(filtered.headers['x-total-count'], String(filtered.body.length));
    assert.equal(filtered.body.filter(({ number }: { number: number }) => number > 2041).length, 2);
    assert.ok(filtered.body.every(({ status }: { status: string }) => status === 'issued'));
  });

  test('DELETE cancels while processing, waiting or issued, and stops further steps', async () => {
    const { call, advance, issue, read } = await newIssuingWorkspace(portal);
    const cancel = async (wait: number, description?: string) => {
      const { id } = await issue(description);
      if (wait) await advance(wait);
      const { status } = await call(`DELETE ${invoices}/${id}`);
      return { id, status };
    };
    const canceled = [await cancel(0), await cancel(5), await cancel(15)];
    assert.deepEqual(
      canceled.map(({ status }) => status),
      [204, 204, 204],
    );
    await advance(3600);
    for (const { id } of canceled) assert.equal((await read(id)).status, 'canceled');
    const again = await call(`DELETE ${invoices}/${canceled[0]?.id}`);
    assert.deepEqual([again.status, again.body.errors[0].code], [409, 'invalid_state']);
    for (const [description, state] of [
      ['REJECT', 'rejected'],
      ['ERROR', 'error'],
    ] as const) {
      const { id, status } = await cancel(15, description);
      assert.equal(status, 409);
      const { body } = await call(`DELETE ${invoices}/${id}`);
      assert.ok(body.errors[0].internalMessage.includes(`"${state}"`));
      assert.equal((await read(id)).status, state, 'a refused request changes nothing');
    }
  });

  test('the seed’s invoices are unchanged', async () => {
    const { call, advance, timeline } = await newIssuingWorkspace(portal);
    const before = (await call(`GET ${invoices}?per_page=100`)).body;
    await advance(365 * 24 * 60 * 60);
    assert.deepEqual((await call(`GET ${invoices}?per_page=100`)).body, before);
    assert.deepEqual(await timeline(), []);
  });

  test('when the clock goes back to real time, due steps have happened and the others wait as long as before', async () => {
    const { call, advance, issue, read } = await newIssuingWorkspace(portal);
    const early = await issue();
    await advance(20);
    const late = await issue();
    await advance(3);
    assert.equal((await call(`DELETE /platform/v1/workspace/clock`)).status, 204);
    assert.equal((await read(early.id)).status, 'issued');
    assert.equal((await read(late.id)).status, 'processing');
    await advance(1);
    assert.equal((await read(late.id)).status, 'processing');
    await advance(1);
    assert.equal((await read(late.id)).status, 'waiting');
    await advance(10);
    assert.equal((await read(late.id)).status, 'issued');
  });
});
