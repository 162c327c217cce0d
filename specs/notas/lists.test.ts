import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callNotas } from '../../server/testing/notas.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';

const invoices = '/companies/com_m9s346q3d25vt4f5/serviceinvoices';

describeOnDatabases('the conventions of Notas for lists (dialects.md 1)', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
  });
  after(() => portal.close());

  /** Each test starts in a new workspace. */
  const fresh = async () => {
    key = await portal.guest();
  };
  const call = (request: string) => callNotas(portal, request, { key });
  const namesOf = (body: { name: string }[]) => body.map(({ name }) => name);

  test('row "Pagination": page and per_page in headers and Link; offset and limit are the other spelling', async () => {
    await fresh();
    const page = await call('GET /customers?page=2&per_page=5');
    const position = ['current-page', 'total-pages', 'per-page', 'x-total-count'].map((name) => page.headers[name]);
    assert.deepEqual([page.body.length, ...position], [5, '2', '3', '5', '12']);
    for (const rel of ['first', 'prev', 'next', 'last'])
      assert.match(page.headers.link ?? '', new RegExp(`rel="${rel}"`));
    const same = await call('GET /customers?offset=5&limit=5');
    assert.deepEqual(namesOf(same.body), namesOf(page.body));
    assert.equal((await call('GET /customers')).headers['per-page'], '50');
    assert.equal((await call('GET /customers?offset=0')).body.length, 12);
  });

  test('row "GET /products": a cursor in the body, from * to the end', async () => {
    await fresh();
    const seen: string[] = [];
    for (let mark: string | null = '*'; mark; ) {
      const { body } = await call(`GET /products?cursorMark=${encodeURIComponent(mark)}&limit=3`);
      assert.deepEqual(Object.keys(body).sort(), [
        'canonicalUrl',
        'nextCursorMark',
        'partial',
        'products',
        'queryTime',
        'total',
        'totalPages',
        'totalTime',
      ]);
      seen.push(...namesOf(body.products));
      mark = body.nextCursorMark;
    }
    assert.deepEqual([seen.length, new Set(seen).size], [8, 8]);
  });

  test('row "Filtering", "Sorting", "Field selection": any field, comparison in the name, a bare + as a space', async () => {
    await fresh();
    const amounts = async (query: string) =>
      (await call(`GET ${invoices}?${query}`)).body.map(({ amount }: { amount: string }) => Number(amount));
    const between = await amounts('amount>=100&amount<=2000');
    assert.ok(between.length > 0 && between.every((amount: number) => amount >= 100 && amount <= 2000));
    assert.ok((await amounts('amount>2000')).every((amount: number) => amount > 2000));
    const city = (await call('GET /customers?city=Santos')).body;
    assert.ok(city.length > 0 && city.every(({ address }: { address: { city: string } }) => address.city === 'Santos'));
    const sorted = namesOf((await call('GET /customers?sort=%20name')).body);
    assert.deepEqual(sorted, namesOf((await call('GET /customers?sort=%2Bname')).body));
    assert.deepEqual(sorted, namesOf((await call('GET /customers?sort=-name')).body).reverse());
    const [selected] = (await call('GET /customers?fields=id,name')).body;
    assert.deepEqual(Object.keys(selected).sort(), ['id', 'name']);
  });
});
