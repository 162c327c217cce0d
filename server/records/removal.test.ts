import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Fields, openShop, startShopPortal } from '../testing/shop-workspace.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import type { TestPortal } from '../testing/test-portal.ts';

describeOnDatabases('every rule of a store applies to removed records, and to those below', (open) => {
  let portal: TestPortal;
  before(async () => {
    portal = await startShopPortal(open);
  });
  after(() => portal.close());

  const newShop = () => openShop(portal);

  for (const [writer, removal] of [
    ['a caller that removes', 'DELETE /orders/1'],
    ['a handler that removes', 'POST /orders/1/remove'],
  ] as const) {
    test(`${writer}: records below are removed too, values are free again, numbers are not reused, and events are emitted`, async () => {
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

  test("records below different parents may share an id: changing one leaves the other's unique values", async () => {
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
});
