import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { shopSpecs } from '../testing/shop.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';

type Fields = Record<string, unknown>;

const fields = { buyer_id: 1, quantity: 2, price: 5 };

describeOnDatabases('every rule of a store holds, whoever writes', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startTestPortal({ open, env: { SPECS_PATH: `${shopSpecs()}:specs` } });
  });
  after(() => portal.close());

  async function newShop() {
    const key = await portal.guest();
    const call = (request: string, body?: Fields) => {
      const [method, path] = request.split(' ');
      return portal.call(`${method} /sandbox/shop${path}`, { key, body });
    };
    const platform = (request: string, body?: Fields) => portal.call(request, { key, body });
    const wait = (seconds: number) => platform('PATCH /platform/v1/workspace/clock', { advance_seconds: seconds });
    const events = async () =>
      (await platform('GET /platform/v1/events?limit=100')).body.data.map(
        ({ type, payload }: { type: string; payload: { data: Record<string, { id: number }> } }) =>
          `${type} ${Object.values(payload.data)[0]?.id}`,
      );
    return { call, platform, wait, events };
  }

  type Shop = Awaited<ReturnType<typeof newShop>>;

  /** The ways to make an order. */
  const creating: Record<string, (shop: Shop, order: Fields) => Promise<TestAnswer>> = {
    'a caller who creates': ({ call }, order) => call('POST /orders', order),
    'a handler that adds': ({ call }, order) => call('POST /orders/add', order),
  };

  /** The ways to change the order of an id. */
  const changing: Record<string, (shop: Shop, id: number, order: Fields) => Promise<TestAnswer>> = {
    'a caller who replaces': ({ call }, id, order) => call(`PUT /orders/${id}`, { code: 'kept', ...fields, ...order }),
    'a caller who changes': ({ call }, id, order) => call(`PATCH /orders/${id}`, order),
    'a handler that changes the record of the path': ({ call }, id, order) => call(`POST /orders/${id}/adjust`, order),
    'a handler that changes a record of a store': ({ call }, id, order) => call(`POST /orders/${id}/rewrite`, order),
  };

  for (const [door, create] of Object.entries(creating)) {
    test(`${door}: values are unique, copies and totals follow, the life begins, events are emitted`, async () => {
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

  for (const [door, change] of Object.entries(changing)) {
    test(`${door}: values are unique, copies and totals follow, events are emitted`, async () => {
      const shop = await newShop();
      const { body: order } = await shop.call('POST /orders', { code: 'kept', ...fields });
      const changed = await change(shop, order.id, { buyer_id: 2, quantity: 3 });
      assert.equal(changed.status, 200, JSON.stringify(changed.body));
      const { buyer, total, status } = changed.body;
      assert.deepEqual({ buyer, total, status }, { buyer: { name: 'Bia' }, total: 15, status: 'open' });
      assert.ok(changed.body.changed > order.changed, 'the moment of the change');
      assert.ok(changed.body.updated_at >= order.updated_at, 'the time of the change');
      assert.deepEqual((await shop.events()).slice(2), [`order_changed ${order.id}`]);

      assert.equal((await change(shop, order.id, { code: 'seeded' })).status, 409);
      assert.deepEqual((await shop.call(`GET /orders/${order.id}`)).body, changed.body);

      assert.equal((await change(shop, order.id, { code: 'other' })).status, 200);
      assert.equal((await shop.call('POST /orders', { code: 'other' })).status, 409, 'the new value is taken');
      assert.equal((await shop.call('POST /orders', { code: 'kept' })).status, 201, 'the old value is free');
    });
  }

  test('a handler that brings a record to another state: its events are emitted, and its life goes on from there', async () => {
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

  test('a handler may add a record in another state than the first', async () => {
    const shop = await newShop();
    const { id, status } = (await shop.call('POST /orders/add', { fields: { code: 'a', ...fields, status: 'sent' } }))
      .body;
    assert.equal(status, 'sent');
    assert.deepEqual(await shop.events(), [`order_created ${id}`, `order_sent ${id}`]);
  });

  test('a step of a lifecycle: values are unique, copies and totals follow, events are emitted', async () => {
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

  test('an action: the events of its state are emitted, and totals follow', async () => {
    const shop = await newShop();
    const sent = await shop.call('POST /orders/1/send');
    assert.deepEqual([sent.status, sent.body.status, sent.body.total], [200, 'sent', 6]);
    assert.deepEqual(await shop.events(), ['order_sent 1']);
  });

  test('seed data: values are unique, copies and totals follow, and nothing has happened; a reset brings them back', async () => {
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

  for (const [door, removal] of [
    ['a caller who removes', 'DELETE /orders/1'],
    ['a handler that removes', 'POST /orders/1/remove'],
  ] as const) {
    test(`${door}: what is below goes too, values are free again, numbers are not given again, and all is told`, async () => {
      const shop = await newShop();
      for (const code of ['x', 'y']) assert.equal((await shop.call('POST /orders/1/lines', { code })).status, 201);
      const { length } = await shop.events();
      assert.ok((await shop.call(removal)).status < 300);
      assert.equal((await shop.call('GET /orders/1')).status, 404);
      assert.deepEqual((await shop.events()).slice(length), ['line_deleted 1', 'line_deleted 2', 'order_deleted 1']);
      const removals = (await shop.call('GET /removals')).body;
      assert.deepEqual(
        removals.map(({ store, record }: Fields) => `${store} ${record}`),
        ['lines 1', 'lines 2', 'orders 1'],
      );
      const again = await shop.call('POST /orders', { code: 'seeded' });
      assert.deepEqual([again.status, again.body.id], [201, 2]);
      const line = await shop.call('POST /orders/2/lines', { code: 'x' });
      assert.deepEqual([line.status, line.body.id], [201, 3]);
    });
  }

  test('two records below different parents may share an id: a change of one leaves the unique values of the other', async () => {
    const shop = await newShop();
    const { db } = portal.context;
    await shop.call('POST /orders', { code: 'second' });
    const first = (await shop.call('POST /orders/1/lines', { code: 'x' })).body;
    const second = (await shop.call('POST /orders/2/lines', { code: 'y' })).body;
    await db
      .updateTable('record')
      .set({ id: String(first.id) })
      .where('store', '=', 'lines')
      .where('parent', '=', 'orders/2')
      .execute();
    assert.notEqual(first.id, second.id);
    assert.equal((await shop.call(`PATCH /orders/2/lines/${first.id}`, { code: 'z' })).status, 200);
    assert.equal((await shop.call('POST /orders/1/lines', { code: 'x' })).status, 409);
    assert.equal((await shop.call('POST /orders/1/lines', { code: 'y' })).status, 201);
  });

  test('a clock that is set back moves what records wait for with it', async () => {
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
