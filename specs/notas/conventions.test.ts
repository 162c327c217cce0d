import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';

const notas = '/sandbox/notas/v1';
const invoices = '/companies/com_m9s346q3d25vt4f5/serviceinvoices';
const start = Date.parse('2026-11-20T12:00:00Z');
const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
};

describeOnDatabases('Notas keeps its conventions (dialects.md 1)', (open) => {
  let portal: TestPortal;
  let key: string;
  let now = start;
  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(now), env: { LIMITS: 'on' } });
  });
  after(() => portal.close());

  /** Each test begins in a workspace of its own, so that none spends another's limit. */
  const fresh = async () => {
    key = await portal.guest();
  };
  const call = (request: string, body?: unknown, headers?: Record<string, string>) => {
    const [method, path] = request.split(' ', 2);
    return portal.call(`${method} ${notas}${path}`, { key, body, headers });
  };
  const namesOf = (body: { name: string }[]) => body.map(({ name }) => name);

  test('row "GET /company": the company that the key belongs to', async () => {
    await fresh();
    const { status, body } = await call('GET /company');
    assert.deepEqual([status, body.id], [200, 'com_m9s346q3d25vt4f5']);
  });

  test('row "GET, POST /companies; GET, PUT, DELETE /companies/{id}": DELETE deactivates, the record stays readable', async () => {
    await fresh();
    const [, other] = (await call('GET /companies')).body;
    const made = await call('POST /companies', { ...other, federal_tax_number: '12ABC34501DE35' });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const replaced = await call(`PUT /companies/${made.body.id}`, { ...made.body, trade_name: 'Outro nome' });
    assert.deepEqual([replaced.status, replaced.body.trade_name], [200, 'Outro nome']);
    assert.ok((await call(`DELETE /companies/${made.body.id}`)).status < 300);
    const shown = await call(`GET /companies/${made.body.id}`);
    assert.deepEqual([shown.status, shown.body.status], [200, 'inactive']);
  });

  test('row "GET, POST /customers": external_id is unique in the workspace, and looked up by', async () => {
    await fresh();
    const made = await call('POST /customers', { ...customer, external_id: 'ERP-7' });
    assert.equal(made.status, 201);
    const again = await call('POST /customers', { ...customer, external_id: 'ERP-7' });
    assert.deepEqual([again.status, again.body.errors[0].code], [409, 'already_exists']);
    const found = await call('GET /customers?external_id=ERP-7');
    assert.deepEqual(
      found.body.map(({ id }: { id: string }) => id),
      [made.body.id],
    );
    const mine = key;
    await fresh();
    assert.deepEqual(
      (await call('GET /customers?external_id=ERP-7')).body,
      [],
      'another workspace knows nothing of it',
    );
    key = mine;
    assert.equal((await call(`PUT /customers/${made.body.id}`, { ...customer, name: 'Ana Lúcia Lima' })).status, 200);
    assert.equal((await call(`DELETE /customers/${made.body.id}`)).status, 204);
    assert.equal((await call(`GET /customers/${made.body.id}`)).status, 404);
  });

  test('row "Authentication": the key as user name of HTTP Basic, with any password; else 401 and the challenge', async () => {
    await fresh();
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const status = async (headers: Record<string, string>) =>
      (await portal.call(`GET ${notas}/company`, { headers })).status;
    assert.deepEqual(
      [await status(basic(`${key}:x`)), await status(basic(`${key}:`)), await status(basic(key))],
      [200, 200, 200],
    );
    for (const headers of [{}, basic('x:y'), { authorization: `Bearer ${key}` }]) {
      const refused = await portal.call(`GET ${notas}/company`, { headers });
      assert.equal(refused.status, 401);
      assert.match(refused.headers['www-authenticate'] ?? '', /^Basic /);
    }
  });

  test('row "Pagination": page and per_page in headers and Link; offset and limit are the other spelling', async () => {
    await fresh();
    const page = await call('GET /customers?page=2&per_page=5');
    const told = ['current-page', 'total-pages', 'per-page', 'x-total-count'].map((name) => page.headers[name]);
    assert.deepEqual([page.body.length, ...told], [5, '2', '3', '5', '12']);
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

  test('row "Idempotency": the first answer again, marked; another body 422; forgotten after 24 hours', async () => {
    await fresh();
    const send = (body: unknown) => call('POST /customers', body, { 'idempotency-key': 'k-1' });
    const first = await send(customer);
    const again = await send(customer);
    assert.deepEqual([again.status, again.body.id], [201, first.body.id]);
    assert.deepEqual([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']], [undefined, 'true']);
    assert.equal((await send({ ...customer, name: 'Outra' })).status, 422);
    await portal.call('PATCH /platform/v1/workspace/clock', { key, body: { advance_seconds: 24 * 60 * 60 } });
    assert.notEqual((await send(customer)).body.id, first.body.id);
  });

  test('row "Ids": prefixed and random', async () => {
    await fresh();
    const [one, two] = [await call('POST /customers', customer), await call('POST /customers', customer)];
    assert.match(one.body.id, /^cus_\w{10,}$/);
    assert.notEqual(one.body.id, two.body.id);
    for (const [path, prefix] of [
      ['/companies', 'com_'],
      [invoices, 'inv_'],
    ] as const) {
      const { body } = await call(`GET ${path}`);
      assert.ok(
        body.every(({ id }: { id: string }) => id.startsWith(prefix)),
        path,
      );
    }
  });

  test('row "Errors": one entry for each invalid field, with texts for users and developers and a page of this portal', async () => {
    await fresh();
    const { status, body } = await call('POST /customers', { type: 'individual', email: 'x', federal_tax_number: '1' });
    assert.equal(status, 422);
    assert.equal(body.errors.length, 3);
    for (const error of body.errors) {
      assert.deepEqual(Object.keys(error).sort(), ['code', 'internalMessage', 'moreInfo', 'userMessage']);
      assert.match(error.moreInfo, new RegExp(`/guides/errors#${error.code}$`));
    }
    const broken = await call('POST /customers', '{"name":', { 'content-type': 'application/json' });
    assert.deepEqual([broken.status, broken.body.errors[0].code], [400, 'invalid_json']);
  });

  test('row "Money" and "Dates": texts with two decimals and a dot; a day, or a day and a time', async () => {
    await fresh();
    const invoice = {
      customer_id: 'cus_f5kznwj47tan9zt2',
      service_code: '01.07',
      description: 'Suporte',
      service_date: '2026-11-20',
    };
    const made = await call(`POST ${invoices}`, { ...invoice, amount: '5200459.37' });
    assert.deepEqual([made.status < 300, made.body.amount, made.body.service_date], [true, '5200459.37', '2026-11-20']);
    for (const amount of ['5200459,37', '10', '10.5', 10.5])
      assert.equal((await call(`POST ${invoices}`, { ...invoice, amount })).status, 422, String(amount));
    assert.equal(
      (await call(`POST ${invoices}`, { ...invoice, amount: '1.00', service_date: '20/11/2026' })).status,
      422,
    );
  });

  test('row "Rate limit": 120 a minute for each company, refused requests too; 429 tells how long to wait', async () => {
    await fresh();
    now = start + 60_000;
    const first = await call('GET /nothing/like/it');
    assert.deepEqual(
      [first.status, first.headers['rate-limit-limit'], first.headers['rate-limit-remaining']],
      [404, '120', '119'],
    );
    assert.equal(Number(first.headers['rate-limit-reset']) % 60, 0);
    for (let count = 1; count < 120; count++) await call('GET /company');
    const refused = await call('GET /company');
    assert.deepEqual([refused.status, refused.headers['rate-limit-remaining']], [429, '0']);
    now += Number(refused.headers['retry-after']) * 1000;
    assert.equal((await call('GET /company')).status, 200);
  });

  test('row "Cache": an entity tag and 304 on GET; reference data lasts long', async () => {
    await fresh();
    const { headers } = await call('GET /company');
    const again = await call('GET /company', undefined, { 'if-none-match': headers.etag ?? '' });
    assert.deepEqual([again.status, again.body], [304, '']);
    assert.match(headers['cache-control'] ?? '', /no-cache/);
    for (const path of ['/cities', '/service_codes'])
      assert.match((await call(`GET ${path}`)).headers['cache-control'] ?? '', /max-age=604800/);
  });

  test('row "Brazilian documents": check digits of CPF and CNPJ, with letters too, and the form of a CEP', async () => {
    await fresh();
    const status = async (change: Record<string, unknown>) =>
      (await call('POST /customers', { ...customer, ...change })).status;
    assert.equal(await status({ type: 'company', federal_tax_number: '12ABC34501DE35' }), 201);
    for (const federal_tax_number of ['52998224726', '12ABC34501DE36', '11111111111'])
      assert.equal(await status({ federal_tax_number }), 422, federal_tax_number);
    const address = {
      street: 'Rua',
      number: '1',
      district: 'Centro',
      city: 'Santos',
      city_code: '3548500',
      state: 'SP',
      country: 'BRA',
    };
    assert.equal(await status({ address: { ...address, postal_code: '11010-141' } }), 201);
    assert.equal(await status({ address: { ...address, postal_code: '1101' } }), 422);
  });
});
