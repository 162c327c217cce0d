import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Fields, fields, openShop, type Shop, startShopPortal } from '../testing/shop-workspace.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestAnswer, TestPortal } from '../testing/test-portal.ts';

/** The ways to create an order. */
const creating: Record<string, (shop: Shop, order: Fields) => Promise<TestAnswer>> = {
  'a caller that creates': ({ call }, order) => call('POST /orders', order),
  'a handler that adds': ({ call }, order) => call('POST /orders/add', order),
};

/** The ways to change the order of an id. */
const changing: Record<string, (shop: Shop, id: number, order: Fields) => Promise<TestAnswer>> = {
  'a caller that replaces': ({ call }, id, order) => call(`PUT /orders/${id}`, { code: 'same', ...fields, ...order }),
  'a caller that changes': ({ call }, id, order) => call(`PATCH /orders/${id}`, order),
  'a handler that changes the record of the path': ({ call }, id, order) => call(`POST /orders/${id}/adjust`, order),
  'a handler that changes a record of a store': ({ call }, id, order) => call(`POST /orders/${id}/rewrite`, order),
};

describeOnDatabases('every rule of a store applies to every writer', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startShopPortal(open);
  });
  after(() => portal.close());

  const newShop = () => openShop(portal);

  for (const [writer, create] of Object.entries(creating)) {
    test(`${writer}: values are unique, copies and totals follow, the lifecycle starts, events are emitted`, async () => {
      const shop = await newShop();
      const made = await create(shop, { code: 'a', ...fields });
      assert.ok(made.status < 300, JSON.stringify(made.body));
      const { id, code, buyer, total, status, changed } = made.body;
      assert.deepEqual(
        { code, buyer, total, status },
        { code: 'a', buyer: { name: 'Ana' }, total: 10, status: 'open' },
      );
      assert.match(changed, /^\d{4}-\d\d-\d\d /);
      assert.deepEqual(await shop.events(), [`order_created ${id}`, `order_open ${id}`]);

      for (const taken of ['a', 'seeded']) assert.equal((await create(shop, { code: taken, ...fields })).status, 409);
      assert.equal((await shop.call('GET /orders')).body.length, 2);
      assert.equal((await shop.events()).length, 2);

      await shop.wait(5);
      assert.equal((await shop.call(`GET /orders/${id}`)).body.status, 'paid');
    });
  }

  for (const [writer, change] of Object.entries(changing)) {
    test(`${writer}: values are unique, copies and totals follow, events are emitted`, async () => {
      const shop = await newShop();
      const { body: order } = await shop.call('POST /orders', { code: 'same', ...fields });
      const changed = await change(shop, order.id, { buyer_id: 2, quantity: 3 });
      assert.equal(changed.status, 200, JSON.stringify(changed.body));
      const { buyer, total, status } = changed.body;
      assert.deepEqual({ buyer, total, status }, { buyer: { name: 'Bia' }, total: 15, status: 'open' });
      assert.ok(changed.body.changed > order.changed, 'the timestamp of the change');
      assert.ok(changed.body.updated_at >= order.updated_at, 'the time of the change');
      assert.deepEqual((await shop.events()).slice(2), [`order_changed ${order.id}`]);

      assert.equal((await change(shop, order.id, { code: 'seeded' })).status, 409);
      assert.deepEqual((await shop.call(`GET /orders/${order.id}`)).body, changed.body);

      assert.equal((await change(shop, order.id, { code: 'other' })).status, 200);
      assert.equal((await shop.call('POST /orders', { code: 'other' })).status, 409, 'the new value is taken');
      assert.equal((await shop.call('POST /orders', { code: 'same' })).status, 201, 'the old value is free');
    });
  }

  test('a handler that goes on after a refusal: nothing of what was refused remains', async () => {
    const shop = await newShop();
    const { body: order } = await shop.call('POST /orders', { code: 'a', ...fields });
    const events = await shop.events();
    for (const request of ['POST /orders/insist', `POST /orders/${order.id}/insist`])
      assert.equal((await shop.call(request, { code: 'seeded', quantity: 9 })).status, 200);
    assert.equal((await shop.call('GET /orders')).body.length, 2);
    assert.deepEqual((await shop.call(`GET /orders/${order.id}`)).body, order);
    assert.deepEqual(await shop.events(), events);
  });

  test('records that exist because they are asked for: values are unique, and each can be read again', async () => {
    const shop = await newShop();
    const coupons = async () => [(await shop.call('GET /coupons/1')).body, (await shop.call('GET /coupons/2')).body];
    const expected = [{ id: 1, code: 'WELCOME' }, { id: 2 }];
    assert.deepEqual(await coupons(), expected);
    assert.deepEqual(await coupons(), expected);
  });

  test('seed data: values are unique, copies and totals follow, and no event is emitted; a reset restores them', async () => {
    const shop = await newShop();
    const seeded = async () => {
      const { buyer, total, changed } = (await shop.call('GET /orders/1')).body;
      assert.deepEqual(
        { buyer, total, changed },
        { buyer: { name: 'Ana' }, total: 6, changed: '2026-01-01 00:00:00.000000' },
      );
      assert.equal((await shop.call('POST /orders', { code: 'seeded' })).status, 409);
      assert.deepEqual(await shop.events(), []);
    };
    await seeded();
    await shop.call('PATCH /orders/1', { code: 'other' });
    await shop.platform('POST /platform/v1/workspace/reset', { api: 'shop' });
    await seeded();
    assert.equal((await shop.call('POST /orders', { code: 'other' })).status, 201);
  });
});
