import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fields, openShop, startShopPortal } from '../testing/shop-workspace.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';

describeOnDatabases('every rule of a store applies when a record changes its state', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startShopPortal(open);
  });
  after(() => portal.close());

  const newShop = () => openShop(portal);

  test('a handler that changes the state: its events are emitted, and the lifecycle continues from there', async () => {
    const shop = await newShop();
    const { id } = (await shop.call('POST /orders', { code: 'a', ...fields })).body;
    await shop.call(`POST /orders/${id}/adjust`, { fields: { status: 'canceled' } });
    assert.deepEqual((await shop.events()).slice(2), [`order_changed ${id}`, `order_canceled ${id}`]);
    await shop.wait(60);
    assert.equal((await shop.call(`GET /orders/${id}`)).body.status, 'canceled');
    await shop.call(`POST /orders/${id}/rewrite`, { fields: { status: 'open' } });
    await shop.wait(5);
    assert.equal((await shop.call(`GET /orders/${id}`)).body.status, 'paid');
  });

  test('a handler may add a record in a later state', async () => {
    const shop = await newShop();
    const { id, status } = (await shop.call('POST /orders/add', { fields: { code: 'a', ...fields, status: 'sent' } }))
      .body;
    assert.equal(status, 'sent');
    assert.deepEqual(await shop.events(), [`order_created ${id}`, `order_sent ${id}`]);
  });

  test('a lifecycle step: values are unique, copies and totals follow, events are emitted', async () => {
    const shop = await newShop();
    const { body: order } = await shop.call('POST /orders', { code: 'a', ...fields });
    await shop.wait(5);
    const { code, buyer, total, status, changed } = (await shop.call(`GET /orders/${order.id}`)).body;
    assert.deepEqual(
      { code, buyer, total, status },
      { code: 'a-paid', buyer: { name: 'Bia' }, total: 15, status: 'paid' },
    );
    assert.ok(changed > order.changed);
    assert.deepEqual((await shop.events()).slice(2), [`order_paid ${order.id}`]);
    assert.equal((await shop.call('POST /orders', { code: 'a-paid' })).status, 409);
    assert.equal((await shop.call('POST /orders', { code: 'a' })).status, 201);
  });

  test('a lifecycle step that would break a rule is not taken, and those of other records are', async () => {
    const shop = await newShop();
    const { id } = (await shop.call('POST /orders', { code: 'a', ...fields })).body;
    const other = (await shop.call('POST /orders', { code: 'a-paid', ...fields })).body;
    await shop.wait(60);
    const orders = (await shop.call('GET /orders')).body;
    const codeOf = (order: number) => orders.find((each: { id: number }) => each.id === order).code;
    assert.deepEqual([codeOf(id), codeOf(other.id)], ['a', 'a-paid-paid']);
    assert.deepEqual((await shop.events()).slice(4), [`order_paid ${other.id}`]);
  });

  test('an action: the events of its state are emitted, and totals follow', async () => {
    const shop = await newShop();
    const sent = await shop.call('POST /orders/1/send');
    assert.deepEqual([sent.status, sent.body.status, sent.body.total], [200, 'sent', 6]);
    assert.deepEqual(await shop.events(), ['order_sent 1']);
  });

  test('setting a clock back moves the due times of records', async () => {
    const shop = await newShop();
    await shop.wait(3600);
    const { id } = (await shop.call('POST /orders', { code: 'a', ...fields })).body;
    await shop.platform('DELETE /platform/v1/workspace/clock');
    const status = async () => (await shop.call(`GET /orders/${id}`)).body.status;
    assert.equal(await status(), 'open');
    await shop.wait(5);
    assert.equal(await status(), 'paid');
  });
});
