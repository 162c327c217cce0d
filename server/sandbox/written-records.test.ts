import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { invoice } from '../testing/issuing-workspaces.ts';
import { customer, notas } from '../testing/notas.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

describeOnDatabases('a sandbox stores what is written', (open) => {
  let portal: TestPortal;
  let key: string;
  let clock = Date.parse('2026-11-20T12:00:00Z');

  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date(clock) });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => portal.call(request, { key, body });

  test('a created record can be read, changed, replaced and deleted', async () => {
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
    assert.equal(again.body.phone, undefined, 'PUT leaves no previous optional value');

    assert.equal((await call(`DELETE ${address}`)).status, 204);
    for (const method of ['GET', 'DELETE']) assert.equal((await call(`${method} ${address}`)).status, 404);
    assert.equal((await call(`PATCH ${address}`, { name: 'Ana' })).status, 404);
    assert.equal((await call(`PUT ${address}`, customer)).status, 404);
  });

  test('a read record can be sent back as it is, and what only the server sets stays', async () => {
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

  test('defaults apply inside lists, and PATCH does not reset what a default has set', async () => {
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

  test('write-only values are never returned anywhere', async () => {
    const { body: main } = await call(`GET ${notas}/company`);
    const secret = { city_hall_password: 'segredo-da-prefeitura' };
    const answers = [
      await call(`PATCH ${notas}/companies/${main.id}`, secret),
      await call(`PUT ${notas}/companies/${main.id}`, { ...main, ...secret }),
      await call(`POST ${notas}/companies`, { ...main, ...secret, federal_tax_number: '90112233000179' }),
      await call(`GET ${notas}/companies`),
      await call(`GET ${notas}/company`),
      await call(`PATCH ${notas}/companies/${main.id}`, { name: 'Maré' }),
    ];
    for (const { status, body } of answers) {
      assert.ok(status < 300, JSON.stringify(body));
      assert.doesNotMatch(JSON.stringify(body), /city_hall_password|segredo/);
    }
    const rows = await portal.context.db.selectFrom('record').select('body').where('id', '=', main.id).execute();
    assert.match(JSON.stringify(rows), /segredo/, 'it is stored nevertheless');
  });
});
