import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

const notas = '/sandbox/notas/v1';
const company = 'com_m9s346q3d25vt4f5';
const invoices = `${notas}/companies/${company}/serviceinvoices`;

type Body = Record<string, unknown>;

describeOnDatabases('Notas, section 1 of the dialects', (open) => {
  let portal: TestPortal;
  let key: string;
  let minute = 0;
  before(async () => {
    portal = await startTestPortal({
      open,
      // Each request runs in its own minute: these tests are not about the rate limit.
      now: () => new Date(Date.UTC(2026, 10, 20, 12, minute++ % 600)),
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = (path: string, as = key) => portal.call(`GET ${path}`, { key: as });
  const names = async (query: string) => (await get(`${notas}/customers?${query}`)).body.map(({ name }: Body) => name);
  const amounts = async (query: string): Promise<number[]> =>
    (await get(`${invoices}?${query}`)).body.map(({ amount }: Body) => Number(amount));
  const codes = ({ body }: { body: { errors: { code: string }[] } }) => body.errors.map(({ code }) => code);

  test('Pagination: offset and limit (0/20) are the other spelling of page and per_page', async () => {
    const whole = (await get(`${notas}/customers?per_page=100`)).body;
    const { body, headers } = await get(`${notas}/customers?offset=5&limit=5`);
    assert.deepEqual(body, whole.slice(5, 10));
    assert.deepEqual(
      ['current-page', 'total-pages', 'per-page', 'x-total-count'].map((name) => headers[name]),
      ['2', '3', '5', '12'],
    );
    assert.match(headers.link ?? '', /<[^>]+\?offset=10&limit=5>; rel="next"/);
    assert.equal((await get(`${notas}/customers?offset=0`)).headers['per-page'], '20');
    assert.equal((await get(`${notas}/customers?limit=7`)).body.length, 7);
    assert.equal((await get(`${notas}/customers`)).headers['per-page'], '50');
    assert.deepEqual(codes(await get(`${notas}/customers?offset=-1&limit=101`)), ['out_of_range', 'out_of_range']);
  });

  test('GET /products pages by cursorMark, from * on, and its body has the position', async () => {
    const seen: Body[] = [];
    for (let mark: string | null = '*'; mark; ) {
      const { status, body } = await get(`${notas}/products?cursorMark=${mark}&limit=3`);
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body), [
        'nextCursorMark',
        'total',
        'totalPages',
        'queryTime',
        'totalTime',
        'partial',
        'canonicalUrl',
        'products',
      ]);
      assert.deepEqual([body.total, body.totalPages, body.partial], [8, 3, false]);
      assert.ok(Number.isInteger(body.queryTime) && body.totalTime >= body.queryTime);
      assert.equal(body.canonicalUrl, `http://localhost:3000${notas}/products?cursorMark=${mark}&limit=3`);
      seen.push(...body.products);
      mark = body.nextCursorMark;
      assert.ok(seen.length <= 8, 'the walk does not end');
    }
    assert.equal(new Set(seen.map(({ id }) => id)).size, 8);
    assert.ok(seen.every(({ id }) => String(id).startsWith('prd_')));
    const whole = (await get(`${notas}/products`)).body;
    assert.deepEqual([whole.products.length, whole.nextCursorMark], [8, null]);
    assert.deepEqual(codes(await get(`${notas}/products?cursorMark=nonsense`)), ['invalid_value']);
    const dear = (await get(`${notas}/products?sort=-price&limit=2`)).body;
    assert.deepEqual(
      dear.products.map(({ price }: Body) => price),
      ['1250.00', '980.00'],
    );
    const next = (await get(`${notas}/products?sort=-price&limit=2&cursorMark=${dear.nextCursorMark}`)).body;
    assert.deepEqual(
      next.products.map(({ price }: Body) => price),
      ['350.00', '340.00'],
    );
    assert.deepEqual(
      codes(await get(`${notas}/products?sort=price&cursorMark=${dear.nextCursorMark}`)),
      ['invalid_value'],
      'of another order',
    );
  });

  test('Filtering: any field as a parameter', async () => {
    const santos = await names('address.city=Santos');
    assert.ok(santos.length > 0 && santos.includes('Helena Prado Siqueira'));
    assert.deepEqual(await names('city=Santos'), santos);
    assert.deepEqual(await names('city=SP'), []);
    assert.deepEqual(await names('external_id=CRM-1002&type=company'), ['Padaria Sol da Manhã Ltda']);
    assert.deepEqual(await names('external_id=CRM-1002&type=individual'), []);
    assert.deepEqual(await names('external_id=CRM-1002&external_id=CRM-1001'), [
      'Helena Prado Siqueira',
      'Padaria Sol da Manhã Ltda',
    ]);
    assert.deepEqual(await names('metadata.vendedor=Ot%C3%A1vio&external_id=CRM-1001'), ['Helena Prado Siqueira']);
    assert.ok((await names('tags=varejo')).includes('Padaria Sol da Manhã Ltda'));
    assert.ok(!(await names('tags=varejo')).includes('Helena Prado Siqueira'));
    const both = await Promise.all(
      ['true', 'false'].map(async (value) => (await names(`send_invoice_by_email=${value}`)).length),
    );
    assert.equal((both[0] ?? 0) + (both[1] ?? 0), 12);
    assert.deepEqual(await names("name=' or 1=1--"), []);
    assert.equal(
      (await get(`${notas}/customers?city=Santos&per_page=1`)).headers['x-total-count'],
      String(santos.length),
    );
  });

  test('Filtering: comparison in the name (amount>=100, amount<=200, <, >), as numbers', async () => {
    const all = await amounts('per_page=100');
    assert.ok(all.some((amount) => amount >= 1000) && all.some((amount) => amount < 1000));
    assert.deepEqual(
      await amounts('amount>=980&amount<=9100'),
      all.filter((amount) => amount >= 980 && amount <= 9100),
    );
    assert.deepEqual(
      await amounts('amount%3E980'),
      all.filter((amount) => amount > 980),
    );
    assert.deepEqual(
      await amounts('amount<980.00'),
      all.filter((amount) => amount < 980),
    );
    assert.deepEqual(await amounts('number>2040'), await amounts('number>=2041'));
    const issued = (await get(`${invoices}?service_date>=2026-10-31&status=issued`)).body;
    assert.ok(
      issued.length > 0 && issued.every(({ service_date }: { service_date: string }) => service_date >= '2026-10-31'),
    );
  });

  test('Filtering and sorting: one entry per invalid parameter', async () => {
    const answer = await get(`${invoices}?amont>=1&number=x&sort=-nmae&fields=id,nmae`);
    assert.equal(answer.status, 422);
    assert.deepEqual(codes(answer).sort(), ['invalid_type', 'unknown_field', 'unknown_field', 'unknown_field']);
    assert.deepEqual(codes(await get(`${notas}/companies?city_hall_password>=a`)), ['unknown_field']);
  });

  test('Sorting: sort=-created_at,+name, and a bare + arrives as a space', async () => {
    const customers: Body[] = (await get(`${notas}/customers?per_page=100`)).body;
    const sorted = customers
      .map(({ created_at }) => String(created_at))
      .sort()
      .reverse();
    const times = async (query: string) =>
      (await get(`${notas}/customers?${query}`)).body.map(({ created_at }: Body) => created_at);
    assert.deepEqual(await times('sort=-created_at,+name'), sorted);
    assert.deepEqual(await times('sort=-created_at,%2Bname'), sorted);
    const byType = (await get(`${notas}/customers?sort=type,-name`)).body.map(({ type, name }: Body) => [type, name]);
    const expected = customers.map(({ type, name }) => [String(type), String(name)] as const);
    expected.sort((a, b) => compare(a[0], b[0]) || compare(b[1], a[1]));
    assert.deepEqual(byType, expected);
    assert.deepEqual(
      await amounts('sort=amount'),
      (await amounts('')).sort((a, b) => a - b),
    );
  });

  test('Field selection: fields=id,name, on lists and on items', async () => {
    const { body } = await get(`${notas}/customers?fields=id,name,address.state&per_page=2`);
    assert.deepEqual(
      body.map((record: Body) => Object.keys(record)),
      [
        ['id', 'name', 'address'],
        ['id', 'name', 'address'],
      ],
    );
    assert.deepEqual(body[0].address, { state: 'SP' });
    assert.deepEqual(Object.keys((await get(`${notas}/customers/${body[0].id}?fields=name`)).body), ['name']);
    assert.deepEqual(Object.keys((await get(`${notas}/company?fields=id`)).body), ['id']);
    const products = (await get(`${notas}/products?fields=name&limit=1`)).body;
    assert.deepEqual([Object.keys(products.products[0]), products.total], [['name'], 8]);
    assert.deepEqual(codes(await get(`${notas}/customers/${body[0].id}?fields=id,city_hall`)), ['unknown_field']);
  });
});

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
