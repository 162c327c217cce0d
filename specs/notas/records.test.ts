import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callNotas, customer } from '../../server/testing/notas.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';

const invoices = '/companies/com_m9s346q3d25vt4f5/serviceinvoices';

describeOnDatabases('the conventions of Notas for records (dialects.md 1)', (open) => {
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
  const call = (request: string, body?: unknown) => callNotas(portal, request, { key, body });

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

  test('row "GET, POST /customers": external_id is unique in the workspace, and can be looked up', async () => {
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
    assert.deepEqual((await call('GET /customers?external_id=ERP-7')).body, [], 'another workspace does not find it');
    key = mine;
    assert.equal((await call(`PUT /customers/${made.body.id}`, { ...customer, name: 'Ana Lúcia Lima' })).status, 200);
    assert.equal((await call(`DELETE /customers/${made.body.id}`)).status, 204);
    assert.equal((await call(`GET /customers/${made.body.id}`)).status, 404);
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

  test('row "Brazilian documents": check digits of CPF and CNPJ, with letters too, and the format of a CEP', async () => {
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
