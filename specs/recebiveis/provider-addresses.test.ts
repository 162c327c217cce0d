import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  available,
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

describeOnDatabases("what the provider's documentation of Recebíveis shows", (open) => {
  let portal: TestPortal;
  let market: MarketCaller;
  before(async () => {
    portal = await startMarket(open);
    market = await newCaller(portal);
  });
  after(() => portal.close());

  for (const address of [
    '/sponsors/123/payables?page=0&size=20',
    '/sponsors/123',
    '/buyers/123',
    '/buyers/123/signatures?status=UNAPPROVED&page=0&size=20',
    '/buyers/123/signatures/0zkvnbfZsE',
    '/buyers/123/signatures/0zkvnbfZsE/documents?type=ASSIGNMENT_TERM',
  ]) {
    test(`${address} works as pasted`, async () => {
      const { status, body } = await market.call(`GET ${address}`);
      assert.equal(status, 200, JSON.stringify(body));
      assert.notEqual(body.page?.totalElements, 0);
    });
  }

  test('plain filters: those that are declared, any other field, and both beside a search', async () => {
    const counts = async (query: string) =>
      (await market.call(`GET ${sponsor}/payables?${query}`)).body.page?.totalElements;
    assert.equal(await counts('status=AVAILABLE'), 3);
    assert.equal(await counts('status=AVAILABLE&invoiceNumber=30418'), 1);
    assert.equal(await counts('supplierName=Laticínios+Campo+Largo+Ltda'), 2);
    assert.equal(await counts('status=AVAILABLE&search=amount>10000'), 2);
    const { body } = await market.call(`GET ${buyer}/signatures/0zkvnbfZsE/documents?type=SPONSOR_NOTICE`);
    assert.deepEqual(
      body._embedded.documents.map(({ type, title }: Record<string, string>) => [type, title]),
      [['SPONSOR_NOTICE', 'Notificação ao sacado']],
    );
  });

  test('a misspelled parameter is a 400 that names those of the request', async () => {
    for (const address of [`${sponsor}/payables?pagesize=5`, `${buyer}?fields=id`, '/buyers?sorting=name']) {
      const answer = await market.call(`GET ${address}`);
      refused(answer, 400, 'Validation_Error');
      assert.match(answer.body.notifications[0], /^"(pagesize|fields|sorting)" \(parâmetro em query\)/);
    }
  });

  test('self has the page and the size that were answered', async () => {
    const self = async (query: string) =>
      (await market.call(`GET ${sponsor}/payables${query}`)).body._links.self.href.split('?')[1];
    assert.equal(await self(''), 'page=0&size=20');
    assert.equal(await self('?page=1&size=3&status=AVAILABLE'), 'page=1&size=3&status=AVAILABLE');
  });

  test('a time in a search is read as Brasília time, unless it has a zone of its own', async () => {
    const found = async (time: string) =>
      (await market.search(`${sponsor}/payables`, `externalId:PED-7781 AND createdAt${time}`)).body.page.totalElements;
    // It was created at 2026-10-05T10:31:14.640-03:00.
    for (const time of [
      '>2026-10-05T10:31',
      '<2026-10-05T10:31',
      '>2026-10-05T13:31:14Z',
      '>2026-10-05T15:31:14+02:00',
    ])
      assert.equal(await found(time), 1, time);
    for (const time of [
      '>2026-10-05T10:32',
      '<2026-10-05T10:30',
      '>2026-10-05T13:32:00Z',
      '<2026-10-05T15:30:00+02:00',
    ])
      assert.equal(await found(time), 0, time);
  });

  test('DELETE removes a payable that nobody has bought', async () => {
    const { body } = await market.call(`POST ${sponsor}/payables`, payable('DEL-1'));
    const { status, body: nothing } = await market.follow(body._links.delete);
    assert.deepEqual([status, nothing], [204, '']);
    refused(await market.call(`GET ${sponsor}/payables/${body.id}`), 404, 'Not_Found_Error');
    assert.deepEqual((await market.events()).map(({ type }) => type).slice(-1), ['payable_deleted']);
  });

  test('of a purchase and a removal at the same moment, one succeeds', async () => {
    const other = await newCaller(portal);
    const [bought, removed] = await Promise.all([
      other.call(`POST ${buyer}/purchases`, { payableId: available, monthlyRate: '1.85' }),
      other.call(`DELETE ${sponsor}/payables/${available}`),
    ]);
    const left = (await other.call(`GET ${sponsor}/payables/${available}`)).status;
    assert.deepEqual(
      [bought.status === 201, removed.status === 204, left === 200],
      bought.status === 201 ? [true, false, true] : [false, true, false],
      `${bought.status} ${removed.status}`,
    );
  });
});
