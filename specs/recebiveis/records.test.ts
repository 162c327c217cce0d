import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  base,
  buyer,
  type MarketCaller,
  newCaller,
  payable,
  sponsor,
  startMarket,
} from '../../server/testing/recebiveis.ts';
import { refused } from '../../server/testing/recebiveis-refusals.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import type { TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('the records of Recebíveis', (open) => {
  let portal: TestPortal;
  let market: MarketCaller;
  before(async () => {
    portal = await startMarket(open);
    market = await newCaller(portal);
  });
  after(() => portal.close());

  test('row "200 GET, 201 POST, 202 asynchronous POST, 204 PUT"', async () => {
    assert.equal((await market.call(`GET ${sponsor}`)).status, 200);
    const made = await market.call(`POST ${sponsor}/payables`, payable('ST-1'));
    assert.deepEqual([made.status, made.body.status], [202, 'PROCESSING']);
    const put = await market.call(`PUT ${sponsor}/payables/${made.body.id}`, payable('ST-1', { amount: '1.00' }));
    assert.deepEqual([put.status, put.body], [204, '']);
    assert.equal((await market.call(`GET ${sponsor}/payables/${made.body.id}`)).body.amount, '1.00');
    const bought = await market.call(`POST ${buyer}/purchases`, {
      payableId: 'pay_7m3x9c5r2k8w4n6q',
      monthlyRate: '1.85',
    });
    assert.equal(bought.status, 201, JSON.stringify(bought.body));
    assert.equal(bought.headers.location, `${base}${buyer}/purchases/${bought.body.id}`);
    assert.equal((await portal.call(`GET ${bought.headers.location}`, { key: market.key })).body.id, bought.body.id);
  });

  test('other workspaces do not see what one publishes', async () => {
    const { body } = await market.call(`POST ${sponsor}/payables`, payable('ISO-1'));
    const stranger = await newCaller(portal);
    refused(await stranger.call(`GET ${sponsor}/payables/${body.id}`), 404, 'Not_Found_Error');
    assert.equal((await stranger.call(`POST ${sponsor}/payables`, payable('ISO-1'))).status, 202);
  });

  test('row "Date-time": milliseconds and zone everywhere, in seeds, records and events', async () => {
    const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}-03:00$/;
    const { body } = await market.call(`POST ${sponsor}/payables`, payable('DT-1'));
    assert.deepEqual(
      [body.createdAt, body.updatedAt],
      ['2026-11-20T12:00:00.000-03:00', '2026-11-20T12:00:00.000-03:00'],
    );
    await market.advance(5);
    const { body: done } = await market.call(`GET ${sponsor}/payables/${body.id}`);
    assert.deepEqual(
      [done.processedAt, done.updatedAt],
      ['2026-11-20T12:00:05.000-03:00', '2026-11-20T12:00:05.000-03:00'],
    );
    await market.call(`POST ${buyer}/signatures/0zkvnbfZsE/approve`);
    const { body: signature } = await market.call(`GET ${buyer}/signatures/0zkvnbfZsE`);
    assert.equal(signature.updatedAt, '2026-11-20T12:00:05.000-03:00');
    const answers = await Promise.all(
      [
        sponsor,
        `${sponsor}/payables?size=100`,
        `${sponsor}/payables/${body.id}/process`,
        buyer,
        `${buyer}/purchases`,
        `${buyer}/signatures`,
      ].map(async (path) => (await market.call(`GET ${path}`)).body),
    );
    const payloads = (await market.events()).map(({ payload }) => payload);
    const found = JSON.stringify([answers, payloads]).match(/"\w+At":("[^"]*"|null)/g) ?? [];
    assert.ok(found.length > 30);
    for (const text of found) {
      const [, value] = /:(.*)$/.exec(text) ?? [];
      assert.match(value === 'null' ? '2026-11-20T12:00:00.000-03:00' : JSON.parse(value ?? ''), moment, text);
    }
  });
});
