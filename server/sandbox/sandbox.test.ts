import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const notas = '/sandbox/notas/v1';
const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
};
const invoice = {
  service_code: '01.07',
  description: 'Suporte técnico',
  service_date: '2026-11-20',
  amount: '1500.00',
};

describeOnDatabases('a sandbox remembers', (open) => {
  let portal: TestPortal;
  let key: string;
  let clock = Date.parse('2026-11-20T12:00:00Z');

  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(clock) });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => portal.call(request, { key, body });
  const codes = ({ errors }: { errors: { code: string }[] }) => errors.map(({ code }) => code);

  test('what is created can be read, changed, replaced and deleted', async () => {
    const created = await call(`POST ${notas}/customers`, customer);
    assert.equal(created.status, 201);
    assert.match(created.body.id, /^cus_/);
    assert.equal(created.headers.location, `${notas}/customers/${created.body.id}`);
    const address = `${notas}/customers/${created.body.id}`;
    assert.deepEqual((await call(`GET ${address}`)).body, created.body);

    clock += 1000;
    const changed = await call(`PATCH ${address}`, { name: 'Ana Lima Prado' });
    assert.equal(changed.body.name, 'Ana Lima Prado');
    assert.equal(changed.body.email, customer.email);
    assert.equal(changed.body.created_at, created.body.created_at);
    assert.equal(changed.body.updated_at, new Date(clock).toISOString());

    const replaced = await call(`PUT ${address}`, { ...customer, name: 'Ana', phone: '1332014455' });
    assert.deepEqual(
      [replaced.body.name, replaced.body.phone, replaced.body.id],
      ['Ana', '1332014455', created.body.id],
    );
    assert.equal(replaced.body.created_at, created.body.created_at);
    const again = await call(`PUT ${address}`, customer);
    assert.equal(again.body.phone, undefined, 'PUT leaves nothing of what was there before');

    assert.equal((await call(`DELETE ${address}`)).status, 204);
    for (const method of ['GET', 'DELETE']) assert.equal((await call(`${method} ${address}`)).status, 404);
    assert.equal((await call(`PATCH ${address}`, { name: 'Ana' })).status, 404);
    assert.equal((await call(`PUT ${address}`, customer)).status, 404);
  });

  test('what was read may be sent back whole, and what only the server sets stays as it is', async () => {
    const { body } = await call(`GET ${notas}/customers/cus_f5kznwj47tan9zt2`);
    const { status, body: after } = await call(`PUT ${notas}/customers/${body.id}`, {
      ...body,
      created_at: '1999-01-01T00:00:00Z',
      name: 'Helena',
    });
    assert.equal(status, 200);
    assert.deepEqual(after, { ...body, name: 'Helena', updated_at: new Date(clock).toISOString() });
  });

  test('defaults are filled in, and falsy values are values', async () => {
    const { body } = await call(`POST ${notas}/customers`, { ...customer, send_invoice_by_email: false, phone: null });
    assert.deepEqual([body.send_invoice_by_email, body.phone, body.tags, body.metadata], [false, null, [], {}]);
  });

  test('defaults reach into lists, and PATCH does not undo what was there by a default', async () => {
    const sent = {
      ...invoice,
      customer_id: 'cus_f5kznwj47tan9zt2',
      line_items: [{ description: 'Hora técnica', unit_price: '150.00' }],
    };
    const { body } = await call(`POST ${notas}/companies/com_m9s346q3d25vt4f5/serviceinvoices`, sent);
    assert.deepEqual([body.line_items[0].quantity, body.deductions_amount, body.taxes], [1, '0.00', []]);
    const company = `${notas}/companies/com_v37e3s3e28jt97kb`;
    assert.equal((await call(`PATCH ${company}`, { name: 'Ateliê' })).body.iss_rate, 5);
  });

  test('one workspace never sees what another made', async () => {
    const { body } = await call(`POST ${notas}/customers`, { ...customer, external_id: 'mine' });
    const stranger = await portal.guest();
    for (const method of ['GET', 'DELETE', 'PATCH']) {
      const options = { key: stranger, body: method === 'PATCH' ? { name: 'Stolen' } : undefined };
      assert.equal((await portal.call(`${method} ${notas}/customers/${body.id}`, options)).status, 404);
    }
    const list = await portal.call(`GET ${notas}/customers?external_id=mine`, { key: stranger });
    assert.deepEqual(list.body, []);
    const same = await portal.call(`POST ${notas}/customers`, {
      key: stranger,
      body: { ...customer, external_id: 'mine' },
    });
    assert.equal(same.status, 201, 'what is unique is so in its own workspace');
    assert.equal((await call(`GET ${notas}/customers/${body.id}`)).body.name, customer.name);
  });

  test('no two customers have one external_id, neither when made nor when changed', async () => {
    const make = (external_id: string) => call(`POST ${notas}/customers`, { ...customer, external_id });
    const [first, second] = [await make('A-1'), await make('A-2')];
    const conflict = await make('A-1');
    assert.deepEqual([conflict.status, codes(conflict.body)], [409, ['already_exists']]);
    for (const request of [`PATCH ${notas}/customers/${second.body.id}`, `PUT ${notas}/customers/${second.body.id}`]) {
      const { status } = await call(request, { ...(request.startsWith('PUT') && customer), external_id: 'A-1' });
      assert.equal(status, 409, request);
    }
    assert.equal(
      (await call(`GET ${notas}/customers/${second.body.id}`)).body.external_id,
      'A-2',
      'what was refused changed nothing',
    );
    assert.equal(
      (await call(`PATCH ${notas}/customers/${first.body.id}`, { external_id: 'A-1', name: 'Ana' })).status,
      200,
      'its own value is no conflict',
    );

    await call(`PATCH ${notas}/customers/${first.body.id}`, { external_id: 'A-3' });
    assert.equal((await make('A-1')).status, 201, 'a value that was given up is free');
    await call(`DELETE ${notas}/customers/${second.body.id}`);
    assert.equal((await make('A-2')).status, 201, 'a value whose record is gone is free');
    assert.equal((await make('CRM-1001')).status, 409, 'seed data counts too');
    assert.deepEqual(
      [
        (await call(`POST ${notas}/customers`, { ...customer, external_id: null })).status,
        (await call(`POST ${notas}/customers`, { ...customer, external_id: null })).status,
      ],
      [201, 201],
    );
  });

  test('an invoice belongs to its company', async () => {
    const [first, second] = ['com_m9s346q3d25vt4f5', 'com_v37e3s3e28jt97kb'];
    const body = { ...invoice, customer_id: 'cus_f5kznwj47tan9zt2' };
    const made = await call(`POST ${notas}/companies/${first}/serviceinvoices`, body);
    assert.deepEqual([made.status, made.body.company_id, made.body.status], [201, first, 'processing']);
    assert.equal((await call(`GET ${notas}/companies/${first}/serviceinvoices/${made.body.id}`)).status, 200);
    assert.equal((await call(`GET ${notas}/companies/${second}/serviceinvoices/${made.body.id}`)).status, 404);
    const others = await call(`GET ${notas}/companies/${second}/serviceinvoices`);
    assert.ok(others.body.every(({ company_id }: { company_id: string }) => company_id === second));
    for (const [method, sent] of [
      ['GET', undefined],
      ['POST', body],
    ] as const) {
      assert.equal((await call(`${method} ${notas}/companies/com_none/serviceinvoices`, sent)).status, 404);
    }
  });

  test('an invoice needs a customer that exists', async () => {
    const address = `${notas}/companies/com_m9s346q3d25vt4f5/serviceinvoices`;
    const { status, body } = await call(`POST ${address}`, { ...invoice, customer_id: 'cus_none' });
    assert.deepEqual([status, codes(body)], [422, ['invalid_value']]);
    assert.match(body.errors[0].internalMessage, /"customer_id" must be the id of an existing record of customers/);
  });

  test('a company that is deleted is deactivated, an invoice is canceled; both can still be read', async () => {
    const company = `${notas}/companies/com_6cq643dzvmxxkxfb`;
    assert.equal((await call(`DELETE ${company}`)).status, 204);
    const { status, body } = await call(`GET ${company}`);
    assert.deepEqual([status, body.status], [200, 'inactive']);
    assert.equal((await call(`DELETE ${company}`)).status, 204);
    const invoices = `${notas}/companies/com_m9s346q3d25vt4f5/serviceinvoices/inv_s5aa819x9yp98106`;
    assert.equal((await call(`DELETE ${invoices}`)).status, 204);
    assert.equal((await call(`GET ${invoices}`)).body.status, 'canceled');
    const replaced = await call(`PUT ${company}`, { ...body, name: 'Ipê' });
    assert.equal(replaced.body.status, 'inactive', 'a status that only the server sets survives PUT');
  });

  test('the company of the key is the first one', async () => {
    const { status, body } = await call(`GET ${notas}/company`);
    assert.deepEqual([status, body.id], [200, 'com_m9s346q3d25vt4f5']);
  });

  test('what is write-only never comes back, wherever it could', async () => {
    const { body: main } = await call(`GET ${notas}/company`);
    const secret = { city_hall_password: 'segredo-da-prefeitura' };
    const answers = [
      await call(`PATCH ${notas}/companies/${main.id}`, secret),
      await call(`PUT ${notas}/companies/${main.id}`, { ...main, ...secret }),
      await call(`POST ${notas}/companies`, { ...main, ...secret }),
      await call(`GET ${notas}/companies`),
      await call(`GET ${notas}/company`),
      await call(`PATCH ${notas}/companies/${main.id}`, { name: 'Maré' }),
    ];
    for (const { status, body } of answers) {
      assert.ok(status < 300, JSON.stringify(body));
      assert.doesNotMatch(JSON.stringify(body), /city_hall_password|segredo/);
    }
    const rows = await portal.context.db.selectFrom('record').select('body').where('id', '=', main.id).execute();
    assert.match(JSON.stringify(rows), /segredo/, 'it is kept, all the same');
  });
});
