import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readXml, type XmlElement } from '../dialect/formats/read-xml.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { isJson } from '../plan/success-response.ts';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { type CallOptions, startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';

const notas = '/sandbox/notas/v1';
const json = 'application/json; charset=UTF-8';
const xml = 'application/xml; charset=UTF-8';

describeOnDatabases('Notas, row "Bodies: JSON, forms and XML in; JSON, XML and PDF out"', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, options: CallOptions = {}) =>
    portal.call(`${request.split(' ')[0]} ${notas}${request.split(' ')[1]}`, { key, ...options });
  const send = (request: string, type: string, body: string, headers = {}) =>
    call(request, { body, headers: { 'content-type': type, ...headers } });
  const accept = (request: string, value: string) => call(request, { headers: { accept: value } });
  const codes = ({ body }: TestAnswer) => body.errors.map(({ code }: { code: string }) => code);

  const ana = {
    type: 'individual',
    name: 'Ana Conceição & Filhos',
    federal_tax_number: '52998224725',
    email: 'ana@correio.example',
    send_invoice_by_email: false,
    tags: ['mensal', 'varejo'],
    metadata: { vendedor: 'Lígia' },
    address: {
      street: 'Rua XV',
      number: '10',
      complement: null,
      district: 'Centro',
      city: 'Santos',
      state: 'SP',
      postal_code: '11010-141',
      country: 'BRA',
    },
  };
  const form = new URLSearchParams({
    type: 'individual',
    name: ana.name,
    federal_tax_number: ana.federal_tax_number,
    email: ana.email,
    send_invoice_by_email: 'false',
    'tags[]': 'mensal',
    'metadata[vendedor]': 'Lígia',
    'address[street]': 'Rua XV',
    'address.number': '10',
    'address[complement]': '',
    'address[district]': 'Centro',
    'address[city]': 'Santos',
    'address[state]': 'SP',
    'address[postal_code]': '11010-141',
  });
  form.append('tags[]', 'varejo');
  const document = `<?xml version="1.0" encoding="UTF-8"?><customer><type>individual</type><name>Ana Conceição &amp; Filhos</name><federal_tax_number>52998224725</federal_tax_number>
    <email>ana@correio.example</email><send_invoice_by_email>false</send_invoice_by_email><tags><tag>mensal</tag><tag>varejo</tag></tags><metadata><vendedor>Lígia</vendedor></metadata>
    <address><street>Rua XV</street><number>10</number><complement/><district>Centro</district><city>Santos</city><state>SP</state><postal_code>11010-141</postal_code></address></customer>`;

  test('a customer is the same, whether it was sent as JSON, as a form or as XML', async () => {
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

  test('forms and XML change and replace, too, and are validated as JSON is', async () => {
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

  test('Accept chooses JSON or XML, by its weights, and every answer says charset=UTF-8', async () => {
    for (const [value, type] of [
      ['application/json', json],
      ['*/*', json],
      ['application/*', json],
      ['application/xml', xml],
      ['text/xml', 'text/xml; charset=UTF-8'],
      ['application/json;q=0.5, application/xml', xml],
      ['application/xml;q=0.5, application/json;q=0.9', json],
      ['text/html, application/xml;q=0.9, */*;q=0.8', xml],
      ['application/json;q=0, */*', xml],
    ] as const) {
      for (const path of ['/customers', '/customers/cus_f5kznwj47tan9zt2', '/company']) {
        const { status, headers } = await accept(`GET ${path}`, value);
        assert.deepEqual([status, headers['content-type']], [200, type], `${path} ${value}`);
        assert.match(headers.vary ?? '', /\bAccept\b/, path);
      }
    }
  });

  test('XML shows what JSON shows', async () => {
    const { body: customer } = await call('GET /customers/cus_f5kznwj47tan9zt2');
    const { root } = readXml((await accept('GET /customers/cus_f5kznwj47tan9zt2', 'application/xml')).body);
    const child = (element: XmlElement, name: string) =>
      element.children.find((found) => found.name === name) as XmlElement;
    assert.equal(root.name, 'customer');
    assert.deepEqual(
      root.children.map(({ name }) => name),
      Object.keys(customer),
    );
    for (const name of ['id', 'name', 'email', 'created_at']) assert.equal(child(root, name).text, customer[name]);
    assert.deepEqual(
      child(root, 'tags').children.map(({ name, text }) => [name, text]),
      customer.tags.map((tag: string) => ['tag', tag]),
    );
    assert.equal(child(child(root, 'address'), 'city').text, customer.address.city);
    assert.deepEqual(
      child(root, 'links').children.map(({ name, attributes }) => [name, Object.fromEntries(attributes)]),
      customer.links.map((link: object) => ['link', link]),
    );

    const list = readXml((await accept('GET /customers?per_page=2', 'application/xml')).body).root;
    assert.deepEqual([list.name, ...list.children.map(({ name }) => name)], ['customers', 'customer', 'customer']);
  });

  test('what was answered in XML can be sent back in XML', async () => {
    const read = await accept('GET /customers/cus_f5kznwj47tan9zt2', 'application/xml');
    const { body: before } = await call('GET /customers/cus_f5kznwj47tan9zt2');
    const replaced = await send('PUT /customers/cus_f5kznwj47tan9zt2', 'application/xml', read.body);
    assert.equal(replaced.status, 200, JSON.stringify(replaced.body));
    assert.deepEqual({ ...replaced.body, updated_at: before.updated_at }, before);
  });

  test('each format has its own entity tag, and a repeated request its own answer again', async () => {
    const path = 'GET /customers/cus_4mnpzx45hy43kwjr';
    const [asJson, asXml] = [await accept(path, 'application/json'), await accept(path, 'application/xml')];
    assert.notEqual(asJson.headers.etag, asXml.headers.etag);
    const known = { 'if-none-match': asXml.headers.etag as string };
    assert.equal((await call(path, { headers: { ...known, accept: 'application/xml' } })).status, 304);
    assert.equal((await call(path, { headers: { ...known, accept: 'application/json' } })).status, 200);

    const headers = { 'idempotency-key': 'sent-twice', accept: 'application/xml' };
    const [first, again] = [
      await send('POST /customers', 'application/xml', document, headers),
      await send('POST /customers', 'application/xml', document, headers),
    ];
    assert.deepEqual([first.status, again.status, again.body], [201, 201, first.body]);
    assert.deepEqual([again.headers['content-type'], again.headers['idempotent-replayed']], [xml, 'true']);
  });

  test('the document lists these formats wherever JSON is', () => {
    const { operations } = portal.context.apis.get('notas') as ServedApi;
    for (const { id, requestBody, responses } of operations) {
      if (requestBody)
        assert.deepEqual(
          Object.keys(requestBody.content).sort(),
          ['application/json', 'application/x-www-form-urlencoded', 'application/xml'],
          id,
        );
      for (const [status, { content = {} }] of Object.entries(responses)) {
        if (Object.keys(content).some(isJson))
          assert.ok(content['application/xml'], `${id} ${status} does not say that it may be XML`);
      }
    }
  });

  test('an API whose profile lists no formats speaks JSON alone, as before', async () => {
    const other = await portal.call('GET /sandbox/biblioteca/livros', { key, headers: { accept: 'application/xml' } });
    assert.equal(other.status, 406);
    const posted = await portal.call('POST /sandbox/biblioteca/leitores', {
      key,
      body: 'nome=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(posted.status, 415);
  });
});
