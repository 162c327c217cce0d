import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { callNotas, notas, untilIssued } from '../../../server/testing/notas.ts';
import { describeOnDatabases } from '../../../server/testing/test-databases.ts';
import { type CallOptions, startTestPortal, type TestPortal } from '../../../server/testing/test-portal.ts';

const company = 'com_m9s346q3d25vt4f5';
const invoice = `/companies/${company}/serviceinvoices/inv_s5aa819x9yp98106`;

describeOnDatabases('the e-mails of Notas', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, options: CallOptions = {}) => callNotas(portal, request, { key, ...options });

  test('row "PUT …/{id}/sendemail": stored in the workspace\'s outbox, and in no other', async () => {
    const before = await call('GET /outbox');
    const sent = await call(`PUT ${invoice}/sendemail`);
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    assert.match(sent.body.id, /^eml_/);
    assert.deepEqual(
      [sent.body.to, sent.body.from, sent.body.invoice_id],
      ['helena.prado@correio.example', 'fiscal@marealta.example', 'inv_s5aa819x9yp98106'],
    );
    assert.match(sent.body.subject, /nº 2041/);
    assert.deepEqual((await call(`GET /outbox/${sent.body.id}`)).body, sent.body);
    const after = await call('GET /outbox?page=2&per_page=1');
    assert.equal(Number(after.headers['x-total-count']), Number(before.headers['x-total-count']) + 1);
    assert.deepEqual(after.body, [sent.body]);
    for (const { href } of sent.body.attachments)
      assert.equal((await portal.call(`GET ${href}`, { key })).status, 200, href);
    const stranger = await portal.guest();
    assert.equal((await portal.call(`GET ${notas}/outbox/${sent.body.id}`, { key: stranger })).status, 404);
    assert.equal((await call(`PUT /companies/${company}/serviceinvoices/inv_none/sendemail`)).status, 404);
    assert.equal(
      (await call(`PUT /companies/com_v37e3s3e28jt97kb/serviceinvoices/inv_s5aa819x9yp98106/sendemail`)).status,
      404,
      'an invoice of another company',
    );
  });

  test("an e-mail goes to the customer's current address, and to the stored one of a deleted customer", async () => {
    const customer = (
      await call('POST /customers', {
        body: { type: 'individual', name: 'Ana', federal_tax_number: '52998224725', email: 'old@correio.example' },
      })
    ).body;
    const body = {
      customer_id: customer.id,
      service_code: '01.07',
      description: 'Suporte',
      service_date: '2026-11-20',
      amount: '10.00',
    };
    const made = (await call(`POST /companies/${company}/serviceinvoices`, { body })).body;
    await untilIssued(portal, key);
    const send = async () => (await call(`PUT /companies/${company}/serviceinvoices/${made.id}/sendemail`)).body.to;
    await call(`PATCH /customers/${customer.id}`, { body: { email: 'new@correio.example' } });
    assert.equal(await send(), 'new@correio.example');
    await call(`DELETE /customers/${customer.id}`);
    assert.equal(await send(), 'old@correio.example');
  });
});
