import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { invoice } from '../testing/issuing-workspaces.ts';
import { customer, notas } from '../testing/notas.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

describeOnDatabases('the rules of records in a sandbox', (open) => {
  let portal: TestPortal;
  let key: string;

  before(async () => {
    portal = await startTestPortal({ open, now: () => new Date('2026-11-20T12:00:00Z') });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, body?: unknown) => portal.call(request, { key, body });
  const codes = ({ errors }: { errors: { code: string }[] }) => errors.map(({ code }) => code);

  test("no workspace sees another's records", async () => {
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
    assert.equal(same.status, 201, 'uniqueness applies per workspace');
    assert.equal((await call(`GET ${notas}/customers/${body.id}`)).body.name, customer.name);
  });

  test('external_id is unique among customers, on create and on update', async () => {
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
      'a refused request changes nothing',
    );
    assert.equal(
      (await call(`PATCH ${notas}/customers/${first.body.id}`, { external_id: 'A-1', name: 'Ana' })).status,
      200,
      'a record does not conflict with itself',
    );

    await call(`PATCH ${notas}/customers/${first.body.id}`, { external_id: 'A-3' });
    assert.equal((await make('A-1')).status, 201, 'a released value is free');
    await call(`DELETE ${notas}/customers/${second.body.id}`);
    assert.equal((await make('A-2')).status, 201, "a removed record's value is free");
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

  test('an invoice requires an existing customer', async () => {
    const address = `${notas}/companies/com_m9s346q3d25vt4f5/serviceinvoices`;
    const { status, body } = await call(`POST ${address}`, { ...invoice, customer_id: 'cus_none' });
    assert.deepEqual([status, codes(body)], [422, ['invalid_value']]);
    assert.match(body.errors[0].internalMessage, /"customer_id" must be the id of an existing record of customers/);
  });

  test('deleting a company deactivates it, deleting an invoice cancels it; both stay readable', async () => {
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
});
