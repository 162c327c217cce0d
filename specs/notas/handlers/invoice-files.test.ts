import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readXml } from '../../../server/dialect/formats/read-xml.ts';
import { callNotas, notas, untilIssued } from '../../../server/testing/notas.ts';
import { describeOnDatabases } from '../../../server/testing/test-databases.ts';
import { type CallOptions, startTestPortal, type TestPortal } from '../../../server/testing/test-portal.ts';

const company = 'com_m9s346q3d25vt4f5';
const invoice = `/companies/${company}/serviceinvoices/inv_s5aa819x9yp98106`;

describeOnDatabases('an invoice of Notas as a file', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, options: CallOptions = {}) => callNotas(portal, request, { key, ...options });

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

  test('a long invoice takes several pages, and characters outside Latin-1 do not break it', async () => {
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
    await untilIssued(portal, key);
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
});

/** Checks what PDF readers rely on: the header, the cross-reference table, and the length of every stream. */
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
