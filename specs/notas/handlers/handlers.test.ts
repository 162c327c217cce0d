import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readXml } from '../../../server/dialect/formats/read-xml.ts';
import { describeOnDatabases } from '../../../server/testing/test-databases.ts';
import { type CallOptions, startTestPortal, type TestPortal } from '../../../server/testing/test-portal.ts';

const notas = '/sandbox/notas/v1';
const company = 'com_m9s346q3d25vt4f5';
const invoice = `/companies/${company}/serviceinvoices/inv_s5aa819x9yp98106`;

describeOnDatabases('what Notas alone does', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open, env: { PUBLIC_URL: 'https://portal.example' } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, options: CallOptions = {}) =>
    portal.call(`${request.split(' ')[0]} ${notas}${request.split(' ')[1]}`, { key, ...options });

  /** The bytes of an answer, and the texts that its PDF shows. */
  async function pdf(
    path: string,
    headers = {},
  ): Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer; text: string }> {
    const authorization = `Basic ${Buffer.from(`${key}:x`).toString('base64')}`;
    const answer = await portal.app.inject({
      method: 'GET',
      url: notas + path,
      headers: { authorization, ...headers },
    });
    const shown = answer.rawPayload.toString('latin1').matchAll(/<([0-9a-f]*)> Tj/g);
    return {
      status: answer.statusCode,
      headers: answer.headers,
      bytes: answer.rawPayload,
      text: [...shown].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join('\n'),
    };
  }

  test('row "PUT …/{id}/sendemail": lands in the workspace\'s outbox, and in no other', async () => {
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

  test('an e-mail goes to the address that the customer has now, and still finds one who is gone', async () => {
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
    const send = async () => (await call(`PUT /companies/${company}/serviceinvoices/${made.id}/sendemail`)).body.to;
    await call(`PATCH /customers/${customer.id}`, { body: { email: 'new@correio.example' } });
    assert.equal(await send(), 'new@correio.example');
    await call(`DELETE /customers/${customer.id}`);
    assert.equal(await send(), 'old@correio.example');
  });

  test('row "GET …/{id}/pdf": a real PDF of that invoice\'s data, also by Accept on the item', async () => {
    const { body } = await call(`GET ${invoice}`);
    const [own, byAccept] = [await pdf(`${invoice}/pdf`), await pdf(invoice, { accept: 'application/pdf' })];
    for (const { status, headers, bytes, text } of [own, byAccept]) {
      assert.deepEqual(
        [status, headers['content-type'], headers['content-disposition']],
        [200, 'application/pdf', 'inline; filename="nota-2041.pdf"'],
      );
      assertWellFormed(bytes);
      for (const shown of [
        'nº 2041',
        body.verification_code,
        body.description,
        'Helena Prado Siqueira',
        'Maré Alta Tecnologia Ltda',
        '111.444.777-35',
        '11.222.333/0001-81',
        'R$ 1.500,00',
        '31/10/2026',
        'Emitida',
        'Hora técnica',
      ]) {
        assert.ok(text.includes(shown), `${shown} is missing in\n${text}`);
      }
    }
    assert.deepEqual(own.bytes, byAccept.bytes);
    assert.equal((await pdf(`/companies/${company}/serviceinvoices/inv_none/pdf`)).status, 404);
    assert.equal((await pdf(`${invoice}/pdf`, { accept: 'application/json' })).status, 406);
    const weighted = await call(`GET ${invoice}`, {
      headers: { accept: 'application/pdf;q=0.4, application/json;q=0.8' },
    });
    assert.equal(weighted.body.id, 'inv_s5aa819x9yp98106');
  });

  test('a long invoice takes several pages; what Latin-1 lacks does not break it', async () => {
    const line_items = Array.from({ length: 90 }, (_, index) => ({
      description: `Item ${index + 1} – “serviço” № ✓ ${'palavra '.repeat(12)}`,
      unit_price: '10.00',
    }));
    const body = {
      customer_id: 'cus_f5kznwj47tan9zt2',
      service_code: '01.07',
      description: `${'Manutenção (básica) \\ '.repeat(50)}${'x'.repeat(500)}`,
      service_date: '2026-11-20',
      amount: '5200459.37',
      line_items,
    };
    const made = (await call(`POST /companies/${company}/serviceinvoices`, { body })).body;
    const { status, bytes, text } = await pdf(`/companies/${company}/serviceinvoices/${made.id}/pdf`);
    assert.equal(status, 200);
    assertWellFormed(bytes);
    assert.ok(Number(/\/Count (\d+)/.exec(bytes.toString('latin1'))?.[1]) > 2);
    for (const shown of ['Item 90', 'R$ 5.200.459,37', made.id]) assert.ok(text.includes(shown), shown);
  });

  test('row "GET …/{id}/xml": well-formed XML of that invoice\'s data, also by Accept on the item', async () => {
    const { body } = await call(`GET ${invoice}`);
    const [own, byAccept] = [
      await call(`GET ${invoice}/xml`),
      await call(`GET ${invoice}`, { headers: { accept: 'application/xml' } }),
    ];
    assert.equal(own.headers['content-type'], 'application/xml; charset=UTF-8');
    assert.equal(own.headers['content-disposition'], 'inline; filename="nota-2041.xml"');
    assert.equal(own.body, byAccept.body);
    const { root } = readXml(own.body);
    assert.deepEqual([root.name, ...root.children.map(({ name }) => name)], ['serviceinvoice', ...Object.keys(body)]);
    for (const name of ['id', 'number', 'amount', 'description'])
      assert.equal(root.children.find((child) => child.name === name)?.text, String(body[name]));
    assert.equal((await call(`GET /companies/${company}/serviceinvoices/inv_none/xml`)).status, 404);
  });

  test('row "POST /charges, GET /charges/{id}, POST /charges/{id}/capture": authorise, then capture; a second capture is refused', async () => {
    const made = await call('POST /charges', { body: { amount: '1500.00', customer_id: 'cus_f5kznwj47tan9zt2' } });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.match(made.body.id, /^chg_/);
    assert.deepEqual(
      [made.body.status, made.body.amount, made.body.currency, made.body.captured_at],
      ['authorized', '1500.00', 'BRL', null],
    );
    assert.deepEqual((await call(`GET /charges/${made.body.id}`)).body, made.body);

    const captured = await call(`POST /charges/${made.body.id}/capture`);
    assert.deepEqual([captured.status, captured.body.status], [200, 'captured']);
    assert.ok(captured.body.captured_at);
    const again = await call(`POST /charges/${made.body.id}/capture`);
    assert.deepEqual([again.status, again.body.errors[0].code], [409, 'invalid_state']);
    assert.deepEqual((await call(`GET /charges/${made.body.id}`)).body, captured.body);
    assert.equal((await call('POST /charges/chg_none/capture')).status, 404);
    for (const body of [
      { amount: 1500 },
      { amount: '15' },
      {},
      { amount: '1.00', status: 'captured', customer_id: 'cus_none' },
    ])
      assert.equal((await call('POST /charges', { body })).status, 422);
    assert.equal(
      (await call('POST /charges', { body: { amount: '1.00', status: 'captured' } })).body.status,
      'authorized',
      'only the server sets the status',
    );
  });

  test('of many captures at once exactly one goes through', async () => {
    const { id } = (await call('POST /charges', { body: { amount: '10.00' } })).body;
    const statuses = await Promise.all(
      Array.from({ length: 8 }, async () => (await call(`POST /charges/${id}/capture`)).status),
    );
    assert.deepEqual(statuses.sort(), [200, ...Array(7).fill(409)]);
  });

  test('row "Links": {rel, href} on an item and on what it embeds, and each can be followed', async () => {
    const answers = [
      await call(`GET ${invoice}`),
      await call('GET /company'),
      await call('GET /customers/cus_f5kznwj47tan9zt2'),
      await call('GET /charges/chg_7d2mq0w5xk81ztb3'),
    ];
    const { body } = answers[0] as (typeof answers)[0];
    const rels = (links: { rel: string }[]) => links.map(({ rel }) => rel);
    assert.deepEqual(rels(body.links), ['self', 'company', 'customer', 'pdf', 'xml', 'sendemail']);
    assert.deepEqual(body.customer.links, [
      { rel: 'self', href: `https://portal.example${notas}/customers/cus_f5kznwj47tan9zt2` },
    ]);
    const links = answers.flatMap(({ body: shown }) => [...shown.links, ...(shown.customer?.links ?? [])]);
    for (const { rel, href } of links) {
      assert.ok(href.startsWith(`https://portal.example${notas}/`), href);
      const method = rel === 'sendemail' ? 'PUT' : rel === 'capture' ? 'POST' : 'GET';
      assert.equal(
        (await portal.call(`${method} ${href.replace('https://portal.example', '')}`, { key })).status,
        200,
        href,
      );
    }
    for (const path of ['/customers', '/companies', `/companies/${company}/serviceinvoices`, '/outbox']) {
      for (const record of (await call(`GET ${path}`)).body) {
        const self = record.links
          .find(({ rel }: { rel: string }) => rel === 'self')
          .href.replace('https://portal.example', '');
        assert.equal((await portal.call(`GET ${self}`, { key })).body.id, record.id);
      }
    }
  });

  test('links that are sent back are ignored, and kept nowhere', async () => {
    const { body } = await call('GET /customers/cus_4mnpzx45hy43kwjr');
    const replaced = await call('PUT /customers/cus_4mnpzx45hy43kwjr', {
      body: { ...body, links: [{ rel: 'self', href: 'https://evil.example' }] },
    });
    assert.deepEqual([replaced.status, replaced.body.links], [200, body.links]);
    const rows = await portal.context.db.selectFrom('record').select('body').execute();
    assert.doesNotMatch(JSON.stringify(rows), /evil|\\"links\\"/);
  });
});

/** Checks what a reader relies on: the header, the cross-reference table, and the length of every stream. */
function assertWellFormed(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  assert.ok(text.startsWith('%PDF-1.7\n') && text.endsWith('%%EOF\n'));
  const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1]);
  assert.ok(text.slice(start).startsWith('xref\n'));
  const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  for (const [index, offset] of offsets.entries())
    assert.ok(
      text.slice(offset).startsWith(`${index + 1} 0 obj
`),
    );
  for (const { 1: length, index } of text.matchAll(/<<\/Length (\d+)>>\nstream\n/g)) {
    const from = index + text.slice(index).indexOf('stream\n') + 'stream\n'.length;
    assert.equal(text.slice(from + Number(length), from + Number(length) + 10), '\nendstream');
  }
}
