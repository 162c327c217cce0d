import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ana, document, form } from '../testing/customer-formats.ts';
import { callNotas, codes } from '../testing/notas.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';

const xml = 'application/xml; charset=UTF-8';

describeOnDatabases('Notas, row "Bodies: JSON, forms and XML in"', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string) => callNotas(portal, request, { key });
  const send = (request: string, type: string, body: string) =>
    callNotas(portal, request, { key, body, headers: { 'content-type': type } });

  test('a customer is the same, whether sent as JSON, as a form or as XML', async () => {
    for (const [type, body] of [
      ['application/json', JSON.stringify(ana)],
      ['application/x-www-form-urlencoded', form.toString()],
      ['application/x-www-form-urlencoded; charset=utf-8', form.toString()],
      [xml, document],
      ['text/xml', document],
    ] as const) {
      const created = await send('POST /customers', type, body);
      assert.equal(created.status, 201, `${type}: ${JSON.stringify(created.body)}`);
      const { body: read } = await call(`GET /customers/${created.body.id}`);
      for (const [name, value] of Object.entries(ana)) assert.deepEqual(read[name], value, `${type} ${name}`);
    }
  });

  test('forms and XML can also change and replace, and are validated as JSON is', async () => {
    const { body: made } = await send('POST /customers', 'application/json', JSON.stringify(ana));
    const changed = await send(
      `PATCH /customers/${made.id}`,
      'application/x-www-form-urlencoded',
      'name=Ana&phone=&tags[0]=novo',
    );
    assert.deepEqual(
      [changed.status, changed.body.name, changed.body.phone, changed.body.tags],
      [200, 'Ana', null, ['novo']],
    );
    const replaced = await send(`PUT /customers/${made.id}`, 'application/xml', document);
    assert.deepEqual([replaced.status, replaced.body.name, replaced.body.tags], [200, ana.name, ana.tags]);

    const wrongForm = await send(
      'POST /customers',
      'application/x-www-form-urlencoded',
      'type=robot&name=Ana&federal_tax_number=52998224725&telefone=1&send_invoice_by_email=maybe',
    );
    const wrongXml = await send(
      'POST /customers',
      'application/xml',
      '<c><type>robot</type><name>Ana</name><federal_tax_number>52998224725</federal_tax_number><telefone>1</telefone><send_invoice_by_email>maybe</send_invoice_by_email></c>',
    );
    for (const answer of [wrongForm, wrongXml]) {
      assert.equal(answer.status, 422);
      assert.deepEqual(codes(answer).sort(), ['invalid_type', 'not_allowed_value', 'required', 'unknown_field']);
    }
  });

  test('an invoice with lists of objects and numbers, as a form and as XML', async () => {
    const path = 'POST /companies/com_m9s346q3d25vt4f5/serviceinvoices';
    const asForm = await send(
      path,
      'application/x-www-form-urlencoded',
      'customer_id=cus_f5kznwj47tan9zt2&service_code=01.07&description=Suporte&service_date=2026-11-20&amount=300.00&line_items[0][description]=Hora&line_items[0][quantity]=1.5&line_items[0][unit_price]=100.00&line_items[1][description]=Visita&line_items[1][unit_price]=150.00&taxes[0][type]=iss&taxes[0][rate]=2&taxes[0][amount]=6.00&taxes[0][withheld]=true',
    );
    const asXml = await send(
      path,
      'application/xml',
      '<serviceinvoice><customer_id>cus_f5kznwj47tan9zt2</customer_id><service_code>01.07</service_code><description>Suporte</description><service_date>2026-11-20</service_date><amount>300.00</amount><line_items><line_item><description>Hora</description><quantity>1.5</quantity><unit_price>100.00</unit_price></line_item><line_item><description>Visita</description><unit_price>150.00</unit_price></line_item></line_items><taxes><tax><type>iss</type><rate>2</rate><amount>6.00</amount><withheld>true</withheld></tax></taxes></serviceinvoice>',
    );
    for (const { status, body } of [asForm, asXml]) {
      assert.equal(status, 201, JSON.stringify(body));
      assert.deepEqual(body.line_items, [
        { description: 'Hora', quantity: 1.5, unit_price: '100.00' },
        { description: 'Visita', unit_price: '150.00', quantity: 1 },
      ]);
      assert.deepEqual(body.taxes, [{ type: 'iss', rate: 2, amount: '6.00', withheld: true }]);
    }
  });
});
