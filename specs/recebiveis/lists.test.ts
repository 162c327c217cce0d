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
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import type { TestPortal } from '../../server/testing/test-portal.ts';

describeOnDatabases('the lists of Recebíveis', (open) => {
  let portal: TestPortal;
  let market: MarketCaller;
  before(async () => {
    portal = await startMarket(open);
    market = await newCaller(portal);
  });
  after(() => portal.close());

  type Listed = { externalId: string };
  const names = async (search: string, query = '') => {
    const { status, body } = await market.search(`${sponsor}/payables`, search, query);
    assert.equal(status, 200, `${search} ${JSON.stringify(body)}`);
    return body._embedded.payables.map(({ externalId }: Listed) => externalId.replace('PED-', ''));
  };

  test('row "Pagination": page (0) and size (20), with _embedded, _links and page', async () => {
    const { body } = await market.call(`GET ${sponsor}/payables`);
    assert.deepEqual(Object.keys(body), ['_embedded', '_links', 'page']);
    assert.deepEqual(body.page, { size: 20, totalElements: 7, totalPages: 1, number: 0 });
    assert.equal(body._embedded.payables.length, 7);
    assert.deepEqual(Object.keys(body._links), ['first', 'self', 'last']);
  });

  test('row "Pagination": every record once, by following next', async () => {
    const seen: string[] = [];
    const numbers: number[] = [];
    let link = { href: `https://portal.example${base}${sponsor}/payables?size=3&sort=externalId,desc`, type: 'GET' };
    for (;;) {
      const { pathname, search } = new URL(link.href);
      const { body } = await portal.call(`GET ${pathname}${search}`, { key: market.key });
      seen.push(...body._embedded.payables.map(({ externalId }: Listed) => externalId));
      numbers.push(body.page.number);
      assert.equal(body._links.prev === undefined, body.page.number === 0);
      if (!body._links.next) {
        assert.equal(body._links.last.href.replace(/%2C/g, ','), body._links.self.href.replace(/%2C/g, ','));
        break;
      }
      link = body._links.next;
    }
    assert.deepEqual(numbers, [0, 1, 2]);
    assert.deepEqual(seen, [...seen].sort().reverse());
    assert.equal(new Set(seen).size, 7);
  });

  test('row "Pagination": a page beyond the last is empty, and links back', async () => {
    const { body } = await market.call(`GET ${sponsor}/payables?page=9&size=5`);
    assert.deepEqual(body._embedded, { payables: [] });
    assert.deepEqual(body.page, { size: 5, totalElements: 7, totalPages: 2, number: 9 });
    assert.match(body._links.prev.href, /page=1&/);
  });

  test('row "Sorting": by several fields, each in its direction', async () => {
    const { body } = await market.call(`GET ${sponsor}/payables?sort=status,desc&sort=amount,asc`);
    assert.deepEqual(
      body._embedded.payables.map(({ status, amount }: { status: string; amount: string }) => `${status} ${amount}`),
      [
        'REJECTED 3310.00',
        'PURCHASED 12990.00',
        'PURCHASED 41875.60',
        'CANCELED 9150.40',
        'AVAILABLE 8740.25',
        'AVAILABLE 15230.90',
        'AVAILABLE 62300.00',
      ],
    );
    assert.deepEqual((await names('', '&sort=updatedAt,desc')).slice(0, 2), ['7802', '7790']);
  });

  for (const [row, search, found] of [
    ['":" equal', 'supplierGovernmentId:24212752000184', '7781 7790 7655 7712'],
    ['":" equal, of a state', 'status:REJECTED', '7695'],
    ['">" at least, by amount and not by text', 'amount>41875.60', '7790 7655'],
    ['"<" at most', 'paymentDate<2026-12-11', '7655 7671'],
    ['a day holds its hours', 'createdAt:2026-10-05', '7781'],
    ['* at the end', 'supplierName:Fornecedor*', '7781 7790 7655 7712'],
    ['* at the start', 'externalId:*81', '7781'],
    ['* at both', 'supplierName:*Campo*', '7802 7695'],
    ['quotes hold spaces', 'supplierName:"Transportes Vale do Iguaçu Ltda"', '7671'],
    ['quotes and *', 'supplierName:*"Vale do"*', '7671'],
    ['AND', 'status:AVAILABLE AND supplierName:Fornecedor*', '7781 7790'],
    ['OR', 'externalId:PED-7781 OR invoiceNumber:774', '7781 7671'],
    ['AND binds tighter than OR', 'status:REJECTED OR status:AVAILABLE AND amount<10000', '7802 7695'],
    ['parentheses come first', '(status:REJECTED OR status:AVAILABLE) AND amount<5000', '7695'],
    [
      'parentheses nest',
      'status:AVAILABLE AND (amount<9000 OR (amount>60000 AND (externalId:x OR externalId:PED-7790)))',
      '7790 7802',
    ],
    [
      "the row's own example",
      'supplierGovernmentId:24212752000184 AND supplierName:*Ltda AND paymentDate>2020-04-23 AND (externalId:123 OR invoiceNumber:30418)',
      '7781',
    ],
    ['nothing', 'externalId:nothing', ''],
    ['everything', '', '7781 7790 7802 7655 7671 7695 7712'],
  ] as const) {
    test(`row "Search language": ${row}`, async () => {
      assert.equal((await names(search)).join(' '), found);
    });
  }

  test('row "Search language": only matches are counted, and page links include the search', async () => {
    const { body } = await market.search(`${sponsor}/payables`, 'supplierName:Fornecedor*', '&size=3');
    assert.deepEqual(body.page, { size: 3, totalElements: 4, totalPages: 2, number: 0 });
    const { pathname, search } = new URL(body._links.next.href);
    const next = await portal.call(`GET ${pathname}${search}`, { key: market.key });
    assert.deepEqual(
      next.body._embedded.payables.map(({ externalId }: Listed) => externalId),
      ['PED-7712'],
    );
  });

  test('row "Search language": bad syntax is a 400 that points at the column', async () => {
    for (const [search, column] of [
      ['status:AVAILABLE AND', 21],
      ['status:AVAILABLE amount>5', 18],
      ['(status:AVAILABLE', 18],
      ['status:"AVAILABLE', 8],
      ['status:AVAILABLE AND nome:x', 22],
      ['amount>many', 1],
    ] as const) {
      const { status, body } = await market.search(`${sponsor}/payables`, search);
      assert.deepEqual([status, body.type], [400, 'Validation_Error'], search);
      assert.match(body.notifications[0], new RegExp(`coluna ${column}: `), search);
    }
  });

  test('row "Search language": one refusal names everything that is wrong with a list', async () => {
    const { body } = await market.call(`GET ${sponsor}/payables?search=a&sort=b,desc`);
    assert.deepEqual(
      body.notifications.map((text: string) => text.slice(0, 8)),
      ['"sort" (', '"search"'],
    );
  });

  test('a long list is searched by its indexes, with the same result', async () => {
    const many = await newCaller(portal);
    const workspace = (await portal.call('GET /platform/v1/workspace', { key: many.key })).body.id;
    await many.call(`GET ${sponsor}`);
    const rows = Array.from({ length: 1200 }, (_, index) => {
      const id = `pay_${String(index).padStart(16, '0')}`;
      const parts = {
        ...payable(`BIG-${index}`),
        amount: `${index}.50`,
        supplierName: index % 3 ? 'Longa Ltda' : 'Curta Ltda',
      };
      const body = { id, sponsorId: '123', ...parts, status: index % 2 ? 'AVAILABLE' : 'CANCELED' };
      const parent = 'sponsors/123';
      return { workspace_id: workspace, api: 'recebiveis', store: 'payables', parent, id, body: JSON.stringify(body) };
    });
    for (let at = 0; at < rows.length; at += 200)
      await portal.context.db
        .insertInto('record')
        .values(rows.slice(at, at + 200))
        .execute();
    const search = 'externalId:BIG-* AND (amount>1190 OR amount<5 AND status:AVAILABLE) AND supplierName:*Curta*';
    const { body } = await many.search(`${sponsor}/payables`, search, '&sort=amount,desc&size=3');
    assert.deepEqual(
      body._embedded.payables.map(({ externalId }: Listed) => externalId),
      ['BIG-1197', 'BIG-1194', 'BIG-1191'],
    );
    assert.equal(body.page.totalElements, 4);
  });

  test('records below another buyer are not found, and its lists omit them', async () => {
    assert.equal((await market.call(`GET ${buyer}/signatures/sig_6x2k9w5n3c7v8t4q`)).status, 404);
    const { body } = await market.call(`GET ${buyer}/signatures`);
    assert.deepEqual(
      body._embedded.signatures.map(({ buyerId }: { buyerId: string }) => buyerId),
      ['123', '123'],
    );
  });
});
