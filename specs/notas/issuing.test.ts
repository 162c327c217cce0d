import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { invoice } from '../../server/testing/issuing-workspaces.ts';
import { callNotas, codes, company, notas, untilIssued } from '../../server/testing/notas.ts';
import { describeOnDatabases } from '../../server/testing/test-databases.ts';
import { type CallOptions, startTestPortal, type TestPortal } from '../../server/testing/test-portal.ts';

const invoices = `/companies/${company}/serviceinvoices`;

describeOnDatabases('what may be issued in Notas, and when its files exist', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, options: CallOptions = {}) => callNotas(portal, request, { key, ...options });
  const issue = async (fields: object = {}) => {
    const made = await call(`POST ${invoices}`, { body: { ...invoice, ...fields } });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body;
  };
  const relations = ({ links }: { links: { rel: string }[] }) => links.map(({ rel }) => rel).sort();

  test('the PDF, the XML and the e-mail exist, and are linked, only once the invoice is issued', async () => {
    const made = await issue();
    const address = `${invoices}/${made.id}`;
    const refused = async () => {
      const answers = [
        await call(`GET ${address}/pdf`),
        await call(`GET ${address}`, { headers: { accept: 'application/pdf' } }),
        await call(`GET ${address}/xml`),
        await call(`PUT ${address}/sendemail`),
      ];
      return answers.map((answer) => `${answer.status} ${codes(answer)}`);
    };
    assert.deepEqual(relations(made), ['company', 'customer', 'self']);
    assert.deepEqual(await refused(), Array(4).fill('409 not_offered'));
    await untilIssued(portal, key);
    assert.deepEqual(relations((await call(`GET ${address}`)).body), [
      'company',
      'customer',
      'pdf',
      'self',
      'sendemail',
      'xml',
    ]);
    for (const path of ['/pdf', '/xml']) assert.equal((await call(`GET ${address}${path}`)).status, 200, path);
    await call(`DELETE ${address}`);
    assert.equal((await call(`GET ${address}/pdf`)).status, 200, 'the files of a cancelled invoice stay');
    assert.deepEqual(codes(await call(`PUT ${address}/sendemail`)), ['not_offered']);
  });

  test('row "Events": document, operation and asset events tell each its own', async () => {
    const made = await issue();
    await untilIssued(portal, key);
    await call(`GET ${invoices}/${made.id}`);
    const { body } = await portal.call('GET /platform/v1/events?limit=100&api=notas', { key });
    const own = body.data
      .map(({ payload }: { payload: { event: object } }) => payload.event)
      .filter(({ data }: { data: object }) => JSON.stringify(data).includes(made.id)) as {
      type: string;
      data: Record<string, Record<string, unknown>>;
    }[];
    assert.deepEqual(own.map(({ type, data }) => [type, ...Object.keys(data)].join(' ')).sort(), [
      'asset_available asset',
      'asset_available asset',
      'document_processing document',
      'document_success document',
      'document_waiting document',
      'operation_processing operation',
      'operation_success operation',
      'operation_waiting operation',
    ]);
    const { data: succeeded } = own.find(({ type }) => type === 'operation_success') as (typeof own)[number];
    const { kind, status, document } = succeeded.operation as {
      kind: string;
      status: string;
      document: { id: string };
    };
    assert.deepEqual([kind, status, document.id], ['issue', 'success', made.id]);
    for (const { data } of own.filter(({ type }) => type === 'asset_available')) {
      const { kind, href, size, digest } = data.asset as { kind: string; href: string; size: number; digest: string };
      const { pathname } = new URL(href);
      assert.equal(pathname, `${notas}${invoices}/${made.id}/${kind}`);
      const authorization = `Basic ${Buffer.from(`${key}:x`).toString('base64')}`;
      const { rawPayload } = await portal.app.inject({ url: pathname, headers: { authorization } });
      const sum = createHash('sha256').update(rawPayload).digest('base64');
      assert.deepEqual([size, digest], [rawPayload.length, `sha-256=:${sum}:`], kind);
    }
  });

  test('an inactive company issues nothing until it is activated again', async () => {
    const body = { ...(await call(`GET /companies/${company}`)).body, federal_tax_number: '45723174000110' };
    const made = await call('POST /companies', { body });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const other = `/companies/${made.body.id}`;
    assert.equal((await call(`DELETE ${other}`)).status, 204);
    assert.ok(relations((await call(`GET ${other}`)).body).includes('activate'));
    const refused = await call(`POST ${other}/serviceinvoices`, { body: invoice });
    assert.deepEqual([refused.status, codes(refused)], [409, ['invalid_state']]);
    for (const _ of [1, 2]) {
      const active = await call(`POST ${other}/activate`);
      assert.deepEqual([active.status, active.body.status], [200, 'active']);
    }
    assert.equal((await call(`POST ${other}/serviceinvoices`, { body: invoice })).status, 201);
  });

  test('a CNPJ and an external_id are unique, and a record is found by its external_id', async () => {
    const same = await call('POST /companies', { body: (await call(`GET /companies/${company}`)).body });
    assert.deepEqual([same.status, codes(same)], [409, ['already_exists']]);
    const lists = [
      [invoices, { ...invoice, external_id: 'OS-1' }],
      ['/charges', { amount: '15.00', external_id: 'OS-1' }],
    ] as const;
    for (const [list, body] of lists) {
      const made = await call(`POST ${list}`, { body });
      assert.equal(made.status, 201, list);
      assert.deepEqual(codes(await call(`POST ${list}`, { body })), ['already_exists'], list);
      const found = await call(`GET ${list}?external_id=OS-1`);
      assert.deepEqual(
        found.body.map(({ id }: { id: string }) => id),
        [made.body.id],
      );
    }
  });

  test('amounts of 0 are refused, and a date may have its time to the minute', async () => {
    for (const amount of ['0.00', '00.00', '0.0', '-1.00', '010.00'])
      assert.deepEqual(codes(await call(`POST ${invoices}`, { body: { ...invoice, amount } })), ['invalid_format']);
    assert.deepEqual(codes(await call('POST /charges', { body: { amount: '0.00' } })), ['invalid_format']);
    assert.equal((await issue({ amount: '0.01' })).amount, '0.01');
    for (const service_date of ['2026-02-30', '2026-02-28T24:00', '2026-02-28T10:00:00', '2026-02-28 10:00'])
      assert.deepEqual(
        codes(await call(`POST ${invoices}`, { body: { ...invoice, service_date } })),
        ['invalid_format'],
        service_date,
      );
    const { id } = await issue({ service_date: '2024-02-29T14:30' });
    for (const filter of ['=2024-02-29', '=2024-02-29T14:30', '<=2024-02-29', '>=2024-02-29T14:00']) {
      const found = await call(`GET ${invoices}?service_date${filter}&sort=service_date&per_page=1`);
      assert.equal(found.body[0]?.id, id, filter);
    }
  });

  test('authorising and capturing a charge emit an event each', async () => {
    const { id } = (await call('POST /charges', { body: { amount: '12.00' } })).body;
    await call(`POST /charges/${id}/capture`);
    const { body } = await portal.call(`GET /platform/v1/events?limit=100&api=notas`, { key });
    const own = body.data.filter(({ payload }: { payload: object }) => JSON.stringify(payload).includes(id));
    assert.deepEqual(own.map(({ type }: { type: string }) => type).sort(), ['charge_authorized', 'charge_captured']);
    assert.ok((await call('GET /charges')).body.some((charge: { id: string }) => charge.id === id));
  });
});
